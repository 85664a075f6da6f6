package org.percuta.clinic.assessment;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A result as PDF, from a template of its own that needs no style sheet, font or network. */
@Component
class PlanPdf {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PlanPdf.class.getClassLoader(), "org.percuta.clinic");

  PlanPdf() {
    // It would print each parsed rule to the console.
    XRLog.setLoggingEnabled(false);
  }

  byte[] write(ResultView view) {
    StringOutput html = new StringOutput();
    engine.render("assessment/paper.jte", Map.of("view", view), html);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFastMode()
          .withProducer("Percuta")
          .withHtmlContent(printable(html.toString()), null)
          .toStream(bytes)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The fonts every PDF reader has know Windows-1252 only; what they lack is written out. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\u2265' -> out.append("at least ");
            case '\u2264' -> out.append("at most ");
            case '\u2192' -> out.append("to");
            case '\u2212', '\u2011' -> out.append('-');
            case '\u2009', '\u202f' -> out.append(' ');
            default ->
                out.appendCodePoint(
                    c < 0x100
                            || "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac".indexOf(c)
                                >= 0
                        ? c
                        : '?');
          }
        });
    return out.toString();
  }
}
