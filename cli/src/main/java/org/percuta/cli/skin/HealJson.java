package org.percuta.cli.skin;

import java.util.function.IntToDoubleFunction;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.healing.Band;
import org.percuta.skin.healing.HealingSession;
import org.percuta.skin.healing.Projection;
import tools.jackson.core.JsonGenerator;

/** A course's healing as JSON: curves by hour for 14 days, collagen by day. */
final class HealJson {

  private HealJson() {}

  static void write(JsonGenerator out, Dose dose, Projection projection) {
    out.writeStartObject();
    out.writeStringProperty("format", "percuta.healing/1");
    out.writeStringProperty("note", "A model with its uncertainty; it overrules no limit.");
    out.writeNumberProperty("members", projection.members());
    out.writeName("dose");
    DoseJson.write(out, dose);
    out.writeName("sessionDays");
    out.writeStartArray();
    for (HealingSession session : projection.course().sessions()) {
      out.writeNumber(session.day());
    }
    out.writeEndArray();
    DoseJson.spread(out, "rednessGone_h", projection.rednessGone_h());
    DoseJson.spread(out, "barrierBack_h", projection.barrierBack_h());
    band(out, "redness_by_hour", projection.best().redness(), projection.redness());
    band(out, "barrier_by_hour", projection.best().barrier(), projection.barrier());
    band(out, "collagen_by_day", projection.best().collagen(), projection.collagen());
    out.writeEndObject();
  }

  private static void band(JsonGenerator out, String name, double[] best, Band band) {
    out.writeName(name);
    out.writeStartObject();
    array(out, "best", best.length, t -> best[t]);
    array(out, "p05", best.length, t -> band.p05()[t]);
    array(out, "p25", best.length, t -> band.p25()[t]);
    array(out, "median", best.length, t -> band.median()[t]);
    array(out, "p75", best.length, t -> band.p75()[t]);
    array(out, "p95", best.length, t -> band.p95()[t]);
    out.writeEndObject();
  }

  private static void array(JsonGenerator out, String name, int length, IntToDoubleFunction value) {
    out.writeName(name);
    out.writeStartArray();
    for (int t = 0; t < length; t++) {
      out.writeNumber(DoseJson.rounded(value.applyAsDouble(t)));
    }
    out.writeEndArray();
  }
}
