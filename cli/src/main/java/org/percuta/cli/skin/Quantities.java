package org.percuta.cli.skin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percuta.cli.ExitCode;
import org.percuta.cli.StopException;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import org.percuta.skin.Checked;
import org.percuta.skin.SkinFinding;

/** Reads numbers with units, and turns what is wrong into findings at the command line. */
final class Quantities {

  static final Place COMMAND_LINE = Place.of("command line");

  /** Factors to the unit the model uses. A number without unit is in the unit named "". */
  static final Map<String, Double> DEPTH_MM = Map.of("mm", 1.0, "um", 1e-3, "µm", 1e-3, "cm", 10.0);

  static final Map<String, Double> SPEED_CM_S = Map.of("cm/s", 1.0, "mm/s", 0.1, "", 1.0);
  static final Map<String, Double> RATE_S =
      Map.of("/s", 1.0, "hz", 1.0, "rpm", 1 / 60.0, "/min", 1 / 60.0);
  static final Map<String, Double> AREA_CM2 = Map.of("cm2", 1.0, "cm²", 1.0, "mm2", 0.01);
  static final Map<String, Double> INTERVAL_D =
      Map.of("d", 1.0, "wk", 7.0, "w", 7.0, "days", 1.0, "weeks", 7.0);

  private final List<Finding> findings = new ArrayList<>();

  OptionalDouble read(
      String option, @Nullable String text, Map<String, Double> units, String example) {
    if (text == null) {
      return OptionalDouble.empty();
    }
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    String unit = "";
    for (String known : units.keySet()) {
      if (trimmed.endsWith(known) && known.length() > unit.length()) {
        unit = known;
      }
    }
    Double factor = units.get(unit);
    String number = trimmed.substring(0, trimmed.length() - unit.length()).strip();
    try {
      double value = "nan".equals(number) ? Double.NaN : Double.parseDouble(number);
      if (factor != null) {
        return OptionalDouble.of(value * factor);
      }
      wrong(option, "'" + text + "' has no unit.", "Maybe " + number + example + "?");
    } catch (NumberFormatException e) {
      wrong(option, "'" + text + "' is not a number with its unit.", "Maybe 1.5" + example + "?");
    }
    return OptionalDouble.empty();
  }

  void wrong(String subject, String message, @Nullable String hint) {
    findings.add(Finding.error("PX-0711", message, subject, COMMAND_LINE, hint));
  }

  /** Ends the command when anything was wrong. */
  void stopIfWrong() {
    if (!findings.isEmpty()) {
      throw new StopException(ExitCode.BAD_INPUT, findings);
    }
  }

  /** The answer, or the end of the command with every finding. */
  static <T> T orStop(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid<T>(T value) -> value;
      case Checked.Invalid<T>(List<SkinFinding> problems) ->
          throw new StopException(
              ExitCode.BAD_INPUT,
              problems.stream()
                  .map(f ->
                      Finding.error(f.code(), f.message(), f.subject(), COMMAND_LINE, f.hint()))
                  .toList());
    };
  }
}
