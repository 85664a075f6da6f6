package org.percuta.protocol.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that no source gives well enough and that each clinic approves for itself.
 *
 * @param value the default
 * @param unit UCUM unit, {@code 1} for a count
 * @param low lowest value a clinic may set
 * @param high highest value a clinic may set
 * @param why why this default
 */
public record HouseSetting(
    String id,
    String label,
    double value,
    String unit,
    double low,
    double high,
    String why,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  public HouseSetting with(double newValue) {
    return new HouseSetting(
        id, label, newValue, unit, low, high, why, claims, literature, grade, conflict);
  }

  /** The number as people read it, for example {@code 21 days}. */
  public String inWords() {
    return inWords(value);
  }

  /** Another number in this setting's unit, as people read it. */
  public String inWords(double number) {
    return (BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
            + " "
            + unitInWords(unit, number))
        .strip();
  }

  /** A UCUM unit beside a number; empty for a count. A unit that has no word stays as it is. */
  public static String unitInWords(String unit, double number) {
    String one =
        switch (unit) {
          case "min" -> "minute";
          case "h" -> "hour";
          case "d" -> "day";
          case "wk" -> "week";
          case "mo" -> "month";
          case "a" -> "year";
          default -> "";
        };
    if (one.isEmpty()) {
      return unit.equals("1") ? "" : unit;
    }
    return number == 1 ? one : one + "s";
  }
}
