package org.percuta.cli.skin;

import java.util.Locale;
import org.percuta.skin.Spread;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseNote;
import org.percuta.skin.dosimetry.Layer;

/** A dose as text. */
final class DoseText {

  private static final int PERCENT = 100;

  private DoseText() {}

  static String of(Dose dose) {
    StringBuilder text = new StringBuilder();
    int passes = dose.setting().passes();
    line(
        text,
        "%s at %.2f mm on the %s, %d %s (a model; middle value, then 5 to 95 %%)",
        dose.setting().device().id(),
        dose.setting().depth_mm(),
        dose.setting().site().id(),
        passes,
        passes == 1 ? "pass" : "passes");
    text.append('\n');
    row(text, "Punctures per cm²", dose.density_cm2(), "%.0f");
    line(text, "  %-24s %.1f", "of one pass", dose.perPass_cm2());
    row(text, "Surface opened, %", times(dose.coverage(), PERCENT), "%.2g");
    line(
        text,
        "  %-24s %.1f %% too little, %.1f %% too much",
        "of the area",
        PERCENT * dose.undertreated(),
        PERCENT * dose.overtreated());
    row(text, "Tips end at, mm", dose.penetration_mm(), "%.2f");
    for (Layer layer : Layer.values()) {
      line(
          text,
          "  %-24s %3.0f %%",
          layer.words(),
          PERCENT * dose.layers().getOrDefault(layer, 0.0));
    }
    line(
        text,
        "%-26s %.0f %% on a square centimetre",
        "Chance of pinpoint blood",
        PERCENT * dose.bleedingPerCm2());
    row(text, "Channels open, h", dose.channelOpen_h(), "%.0f");
    line(
        text,
        "%-26s %.1f for %.0f cm²",
        "Minutes of needling",
        dose.minutes(),
        dose.setting().area_cm2());
    text.append('\n');
    for (DoseNote note : dose.limits()) {
      line(text, "%s %s", note.exceeded() ? "!" : "·", note.message());
    }
    line(
        text,
        "· Measurements of channel closure disagree, from 2 to 72 hours; keep to the longest.");
    return text.toString();
  }

  static Spread times(Spread spread, double factor) {
    return new Spread(spread.mean() * factor, spread.p05() * factor, spread.p95() * factor);
  }

  static void row(StringBuilder text, String name, Spread spread, String format) {
    line(
        text,
        "%-26s " + format + " (" + format + " to " + format + ")",
        name,
        spread.mean(),
        spread.p05(),
        spread.p95());
  }

  static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
