package org.percuta.clinic.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.percuta.clinic.documents.Documents;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.core.annotation.Order;

/** Letters behind clearances as PDF, and notes of calls as text. */
@DemoComponent
@Order(90)
class DocumentsChapter implements Chapter {

  private static final String FICTIONAL =
      "A document of the demonstration; everybody is fictional.";
  private static final int ONE_IN = 16;
  private static final float LEFT = 70;
  private static final float TOP = 760;
  private static final float SIZE = 12;

  private final Documents documents;

  DocumentsChapter(Documents documents) {
    this.documents = documents;
  }

  @Override
  public void write(Story story) {
    story.after(
        Turn.CONSULTED,
        person -> {
          Actor clinician = story.cast().clinicians().getFirst();
          LocalDate day = story.playing().toLocalDate();
          if (ClearanceChapter.isDecided(person)) {
            documents.add(
                clinician,
                person.id(),
                "Letter of the treating doctor",
                letter(
                    List.of(
                        Dates.day(day.minusDays(2)),
                        "",
                        "To whom it may concern at Larkmeadow Skin Clinic",
                        "",
                        "We have talked about the treatment that you plan.",
                        "My decision and its dates are as recorded with you.",
                        "",
                        FICTIONAL)));
          } else if (person.number() % ONE_IN == 2) {
            String note =
                "Note of a call, "
                    + Dates.day(day)
                    + "\nWas told how to prepare and whom to call with questions.\n"
                    + FICTIONAL
                    + "\n";
            documents.add(
                clinician, person.id(), "Note of a call", note.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  private static byte[] letter(List<String> lines) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream text = new PDPageContentStream(document, page)) {
        text.beginText();
        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), SIZE);
        text.setLeading(1.5f * SIZE);
        text.newLineAtOffset(LEFT, TOP);
        for (String line : lines) {
          text.showText(line);
          text.newLine();
        }
        text.endText();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
