package org.percuta.cli.skin;

import static org.percuta.cli.skin.DoseText.line;

import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.healing.Band;
import org.percuta.skin.healing.Projection;

/** A course's healing as text. */
final class HealText {

  private static final int[] HOURS = {0, 6, 24, 48, 72, 168, 336};
  private static final double MONTH = 30.44;
  private static final int PERCENT = 100;

  private HealText() {}

  static String of(Dose dose, Projection projection) {
    StringBuilder text = new StringBuilder();
    int sessions = projection.course().sessions().size();
    line(
        text,
        "%d %s of %s at %.2f mm on the %s (a model; bands over what is not known)",
        sessions,
        sessions == 1 ? "session" : "sessions",
        dose.setting().device().id(),
        dose.setting().depth_mm(),
        dose.setting().site().id());
    text.append('\n');
    DoseText.row(text, "Redness gone, mean h", projection.rednessGone_h(), "%.0f");
    DoseText.row(text, "Barrier back, mean h", projection.barrierBack_h(), "%.0f");
    text.append('\n');
    line(text, "%-14s %s", "After hours", "redness, % of full: best, 50 % band, 90 % band");
    for (int hour : HOURS) {
      row(text, Integer.toString(hour), projection.best().redness(), projection.redness(), hour, 0);
    }
    text.append('\n');
    line(text, "%-14s %s", "After months", "collagen over baseline, %: best, 50 % band, 90 % band");
    int last = projection.collagen().length() - 1;
    for (int month = 1; month * MONTH <= last; month += month < 6 ? 1 : 3) {
      row(
          text,
          Integer.toString(month),
          projection.best().collagen(),
          projection.collagen(),
          (int) Math.round(month * MONTH),
          1);
    }
    text.append('\n');
    line(
        text,
        "· Not a promise: the bands are %d runs over what is not known.",
        projection.members());
    line(text, "· Elastin is not shown: sources disagree on its sign.");
    return text.toString();
  }

  private static void row(
      StringBuilder text, String name, double[] best, Band band, int at, double baseline) {
    line(
        text,
        "%-14s %4.0f   %4.0f to %-4.0f  %4.0f to %-4.0f",
        name,
        PERCENT * (best[at] - baseline),
        PERCENT * (band.p25()[at] - baseline),
        PERCENT * (band.p75()[at] - baseline),
        PERCENT * (band.p05()[at] - baseline),
        PERCENT * (band.p95()[at] - baseline));
  }
}
