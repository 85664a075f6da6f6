package org.percuta.clinic.platform.pdf;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes a page of HTML as PDF with a font that has the letters of every Latin name. */
public final class BodyFont {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private BodyFont() {}

  /** The font is named {@code Body} in the page's style. */
  public static void write(String html, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument();
        InputStream file = Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT));
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
      // Ligatures are looked for with patterns compiled anew for each word: most of the time taken.
      font.setEnableGsub(false);
      new PdfRendererBuilder()
          .useFastMode()
          .usePDDocument(document)
          .useFont(new PDFontSupplier(PDType0Font.load(document, font, true)), "Body")
          .withHtmlContent(html, null)
          .withProducer("Percuta")
          .toStream(out)
          .run();
    }
  }
}
