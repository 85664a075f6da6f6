package org.percuta.clinic.quotes;

import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.pdf.BodyFont;

/** Writes the document that is sealed. */
final class QuoteDocument {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, QuoteDocument.class.getClassLoader(), "org.percuta.clinic");

  private QuoteDocument() {}

  /** What the template shows. */
  record Paper(
      Quote quote,
      String clinic,
      String patient,
      String born,
      String offered,
      String until,
      String priced) {}

  static byte[] pdf(Quote quote, String clinic, Patient patient) {
    // It would print each parsed rule to the console.
    XRLog.setLoggingEnabled(false);
    StringOutput html = new StringOutput();
    ENGINE.render(
        "quotes/paper.jte",
        Map.of(
            "view",
            new Paper(
                quote,
                clinic,
                patient.name(),
                Dates.day(patient.birthDate()),
                Dates.day(quote.offeredOn()),
                Dates.day(quote.validUntil()),
                Dates.day(quote.pricedOn()))),
        html);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BodyFont.write(html.toString(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
