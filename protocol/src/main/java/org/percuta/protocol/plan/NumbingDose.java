package org.percuta.protocol.plan;

import java.util.Locale;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.Anaesthetic.AreaDose;

/**
 * How much cream a label allows on an area. It reads the rows of the label's table and nothing
 * between them: the largest row that is not above the area gives a mass that was studied.
 */
public sealed interface NumbingDose {

  /**
   * At most this much.
   *
   * @param mass_g mass of cream in g
   * @param row the row of the label's table it is read from
   */
  record AtMost(double mass_g, AreaDose row, String because) implements NumbingDose {}

  /** No amount can be given, and why. */
  record NotGiven(String because) implements NumbingDose {}

  /**
   * The dose for an area.
   *
   * @param area_cm2 area in cm², above 0; NaN and anything else is not given a dose
   */
  static NumbingDose of(Anaesthetic anaesthetic, double area_cm2) {
    if (!(area_cm2 > 0)) {
      return new NotGiven("An area of " + number(area_cm2) + " cm² is not above 0.");
    }
    if (anaesthetic.doses().isEmpty()) {
      return new NotGiven(
          "No label amount is known for " + anaesthetic.label() + ": read its label.");
    }
    AreaDose first = anaesthetic.doses().getFirst();
    AreaDose last = anaesthetic.doses().getLast();
    if (area_cm2 > last.area_cm2()) {
      return new NotGiven(
          number(area_cm2)
              + " cm² is beyond "
              + number(last.area_cm2())
              + " cm², the largest area studied for "
              + anaesthetic.label()
              + ". Maybe numb a part at a time, at different visits?");
    }
    if (area_cm2 < first.area_cm2()) {
      return new AtMost(
          first.mass_g(),
          first,
          "Less than "
              + number(first.mass_g())
              + " g: the label's smallest row is for "
              + number(first.area_cm2())
              + " cm².");
    }
    AreaDose row = first;
    for (AreaDose each : anaesthetic.doses()) {
      if (each.area_cm2() <= area_cm2) {
        row = each;
      }
    }
    return new AtMost(
        row.mass_g(),
        row,
        "At most "
            + number(row.mass_g())
            + " g: the label's amount for "
            + number(row.area_cm2())
            + " cm², its largest row not above "
            + number(area_cm2)
            + " cm².");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
