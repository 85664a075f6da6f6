package org.percuta.cli.skin;

import java.math.BigDecimal;
import java.math.MathContext;
import org.percuta.skin.Spread;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseNote;
import org.percuta.skin.dosimetry.Layer;
import tools.jackson.core.JsonGenerator;

/** A dose as JSON. */
final class DoseJson {

  private static final MathContext DIGITS = new MathContext(6);

  private DoseJson() {}

  static void write(JsonGenerator out, Dose dose) {
    out.writeStartObject();
    fields(out, dose);
    out.writeEndObject();
  }

  /** The members of the object, so that another can hold them. */
  static void fields(JsonGenerator out, Dose dose) {
    spread(out, "density_per_cm2", dose.density_cm2());
    out.writeName("coverage");
    out.writeStartObject();
    spreadFields(out, dose.coverage());
    number(out, "undertreated", dose.undertreated());
    number(out, "overtreated", dose.overtreated());
    out.writeEndObject();
    layers(out, dose);
    spread(out, "channelOpen_h", dose.channelOpen_h());
    number(out, "minutes", dose.minutes());
    out.writeName("limits");
    out.writeStartArray();
    for (DoseNote note : dose.limits()) {
      out.writeStartObject();
      out.writeStringProperty("what", note.what());
      number(out, "value", note.value());
      number(out, "limit", note.limit());
      out.writeStringProperty("unit", note.unit());
      out.writeBooleanProperty("exceeded", note.exceeded());
      out.writeStringProperty("message", note.message());
      out.writeEndObject();
    }
    out.writeEndArray();
    spread(out, "penetration_mm", dose.penetration_mm());
    number(out, "bleeding_per_cm2", dose.bleedingPerCm2());
    spread(out, "woundedFraction", dose.woundedFraction());
  }

  /** Unrounded, so that they sum to 1; the stratum corneum belongs to the epidermis. */
  private static void layers(JsonGenerator out, Dose dose) {
    out.writeName("layers");
    out.writeStartObject();
    out.writeNumberProperty(
        "epidermis", share(dose, Layer.STRATUM_CORNEUM) + share(dose, Layer.EPIDERMIS));
    out.writeNumberProperty("papillary-dermis", share(dose, Layer.PAPILLARY_DERMIS));
    out.writeNumberProperty("reticular-dermis", share(dose, Layer.RETICULAR_DERMIS));
    out.writeNumberProperty("subcutis", share(dose, Layer.SUBCUTIS));
    out.writeEndObject();
  }

  private static double share(Dose dose, Layer layer) {
    return dose.layers().getOrDefault(layer, 0.0);
  }

  static void spread(JsonGenerator out, String name, Spread spread) {
    out.writeName(name);
    out.writeStartObject();
    spreadFields(out, spread);
    out.writeEndObject();
  }

  private static void spreadFields(JsonGenerator out, Spread spread) {
    number(out, "mean", spread.mean());
    number(out, "p05", spread.p05());
    number(out, "p95", spread.p95());
  }

  static void number(JsonGenerator out, String name, double value) {
    out.writeNumberProperty(name, rounded(value));
  }

  static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
