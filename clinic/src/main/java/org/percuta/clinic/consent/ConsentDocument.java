package org.percuta.clinic.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.percuta.clinic.platform.pdf.BodyFont;

/** Writes the document that is sealed: everything that was read, who signed, when, and how. */
final class ConsentDocument {

  private static final String STYLE =
      """
      @page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages);
        font-family: Body; font-size: 9pt; } }
      body { font-family: Body; font-size: 10.5pt; line-height: 1.4; color: #20252b; }
      h1 { font-size: 17pt; margin: 0 0 4mm; } h2 { font-size: 12.5pt; margin: 6mm 0 2mm; }
      p { margin: 0 0 2mm; } .point { page-break-inside: avoid; }
      .id { color: #565f6a; font-size: 8pt; } .signature { page-break-inside: avoid; margin-top: 8mm;
        border-top: 0.5pt solid #565f6a; padding-top: 3mm; } img { height: 22mm; }
      """;

  private ConsentDocument() {}

  /**
   * Who signed, and how.
   *
   * @param drawing a PNG; absent when the name was typed only
   */
  record Signature(
      String clinic,
      String patient,
      String born,
      String name,
      String at,
      String witness,
      String until,
      String knowledge,
      Optional<byte[]> drawing) {}

  static byte[] pdf(ConsentText text, Signature signature) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BodyFont.write(html(text, signature), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String html(ConsentText text, Signature signature) {
    StringBuilder html =
        new StringBuilder("<html><head><title>Consent</title><style>")
            .append(STYLE)
            .append("</style></head><body><h1>Consent: ")
            .append(escaped(text.about()))
            .append("</h1><p>")
            .append(escaped(signature.patient()))
            .append(", born ")
            .append(escaped(signature.born()))
            .append(". ")
            .append(escaped(signature.clinic()))
            .append("</p><p>")
            .append(escaped(text.intro()))
            .append("</p>");
    for (ConsentText.Section section : text.sections()) {
      html.append("<h2>").append(escaped(section.title())).append("</h2>");
      for (ConsentText.Point point : section.points()) {
        html.append("<p class='point'><b>")
            .append(escaped(point.title()))
            .append(point.title().isEmpty() ? "</b>" : "</b> ")
            .append(escaped(point.text()))
            .append(" <span class='id'>")
            .append(escaped(point.id()))
            .append("</span></p>");
      }
    }
    html.append(
        "<div class='signature'><p>I have read this, I could ask my questions, and I agree.</p>");
    signature
        .drawing()
        .ifPresent(png ->
            html.append("<p><img src='data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png))
                .append("' alt='Drawn signature'/></p>"));
    return html.append("<p><b>")
        .append(escaped(signature.name()))
        .append("</b>, ")
        .append(signature.drawing().isPresent() ? "drawn and typed" : "typed")
        .append(", ")
        .append(escaped(signature.at()))
        .append("</p><p>In the presence of ")
        .append(escaped(signature.witness()))
        .append(". It counts until ")
        .append(escaped(signature.until()))
        .append(" and can be withdrawn at any time.</p><p class='id'>Template version ")
        .append(text.templateVersion())
        .append(", knowledge ")
        .append(escaped(signature.knowledge()))
        .append("</p></div></body></html>")
        .toString();
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t')
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '\'' -> safe.append("&#39;");
            case '"' -> safe.append("&quot;");
            case '\n' -> safe.append("<br/>");
            default -> safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }
}
