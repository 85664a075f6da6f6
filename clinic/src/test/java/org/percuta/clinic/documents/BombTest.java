package org.percuta.clinic.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.documents.DocumentKind.Checked;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

/** Small files that are made to fill the memory or to go on for ever. */
class BombTest {

  private static final long GIGABYTE = 1024L * 1024 * 1024;
  private static final long FEW = 16L * 1024 * 1024;
  private static final int MEGABYTE = 1024 * 1024;

  /** A gigabyte of nothing, packed to a megabyte. */
  private static byte[] packed = {};

  /** The same packed again, to some kilobytes. */
  private static byte[] packedTwice = {};

  private final Examiner examiner = new Examiner();

  @BeforeAll
  static void pack() throws IOException {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(once)) {
      byte[] nothing = new byte[MEGABYTE];
      for (long written = 0; written < GIGABYTE; written += nothing.length) {
        out.write(nothing);
      }
    }
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(twice)) {
      out.write(once.toByteArray());
    }
    packed = once.toByteArray();
    packedTwice = twice.toByteArray();
    assertThat(packedTwice.length).isLessThan(MEGABYTE / 10);
  }

  @Test
  void aPdfWhosePageInflatesToAGigabyteIsRefusedWithoutInflatingItHere() throws IOException {
    assertThat(refused(pageBomb())).contains("unpacks to more than a hundred times its size");
  }

  @Test
  void aPdfWhoseObjectsInflateToAGigabyteBeforeItsFirstPageIsRefused() throws IOException {
    assertThat(refused(objectBomb())).contains("takes more memory or time to open than any letter");
  }

  @Test
  void aPdfNestedWithoutEndIsRefused() throws IOException {
    String deep = "[".repeat(500_000);
    refused(
        ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages "
                + deep
                + ">>\nendobj\n"
                + "trailer\n<< /Root 1 0 R /Size 2 >>\nstartxref\n9\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void picturesOfHugeSidesOrPassesAreRefusedByTheirHeads() throws IOException {
    assertThat(refused(DocumentPagesTest.withSize(picture("png"), 90_000_000, 1)))
        .isEqualTo("This picture is more than 30000 pixels long or wide. Save it smaller.");
    assertThat(
            refused(
                DocumentPagesTest.withSize(picture("png"), Integer.MAX_VALUE, Integer.MAX_VALUE)))
        .contains("at most 100 million are kept");
    byte[] passes = progressive();
    assertThat(examiner.check(passes)).isEqualTo(new Checked.Good(DocumentKind.JPEG));
    assertThat(refused(withFrame(passes, 8000, 8000)))
        .contains("progressive JPEG of 64 million pixels; at most 40 million");
  }

  @Test
  void whatTakesTooLongIsEnded() throws IOException {
    Examiner impatient = new Examiner(Duration.ofMillis(1));
    assertThat(impatient.check(pageBomb()))
        .isInstanceOfSatisfying(
            Checked.Bad.class,
            bad -> assertThat(bad.why()).contains("takes more memory or time to open"));
  }

  @Test
  void manyAtOnceAreAllAnsweredAndTheApplicationStaysUp() throws Exception {
    RunningClinic running = RunningClinic.get();
    UUID patient = running.patient(running.clinic(), "Bombe");
    String own = "/patients/" + patient + "/documents";
    byte[] bomb = objectBomb();
    List<Future<Visitor.Answer>> answers = new ArrayList<>();
    try (ExecutorService four = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        answers.add(
            four.submit(() -> {
              Visitor clinician = running.as(Role.CLINICIAN);
              clinician.get(own);
              return clinician.upload(own, "letter.pdf", bomb, Map.of("title", "Kept title"));
            }));
      }
    }
    for (Future<Visitor.Answer> answer : answers) {
      assertThat(answer.get().status()).isEqualTo(422);
      assertThat(answer.get().body()).contains("id=\"file-fault\"", "value=\"Kept title\"");
    }
    assertThat(running.as(Role.CLINICIAN).get(own).text()).contains("None yet.");
  }

  /** The reason, after looking that the memory of this process was not what paid for it. */
  private String refused(byte[] content) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Checked checked = examiner.check(content);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(FEW);
    return switch (checked) {
      case Checked.Good(DocumentKind kind) -> throw new AssertionError("taken as " + kind);
      case Checked.Bad(String why) -> why;
    };
  }

  private static byte[] pageBomb() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      COSStream stream = document.getDocument().createCOSStream();
      try (OutputStream raw = stream.createRawOutputStream()) {
        raw.write(packedTwice);
      }
      COSArray filters = new COSArray();
      filters.add(COSName.FLATE_DECODE);
      filters.add(COSName.FLATE_DECODE);
      stream.setItem(COSName.FILTER, filters);
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      assertThat(bytes.size()).isLessThan(MEGABYTE / 10);
      return bytes.toByteArray();
    }
  }

  /** Its catalogue is said to be in a stream of objects, which has to be unpacked to find it. */
  private static byte[] objectBomb() throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    int objects = pdf.size();
    pdf.writeBytes(
        ("1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
                + packed.length
                + " >>\nstream\n")
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(packed);
    pdf.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    int table = pdf.size();
    ByteBuffer rows = ByteBuffer.allocate(4 * 7);
    rows.put((byte) 0).putInt(0).putShort((short) 0xffff);
    rows.put((byte) 1).putInt(objects).putShort((short) 0);
    rows.put((byte) 1).putInt(table).putShort((short) 0);
    rows.put((byte) 2).putInt(1).putShort((short) 0);
    pdf.writeBytes(
        ("2 0 obj\n<< /Type /XRef /Size 4 /W [1 4 2] /Root 3 0 R /Length "
                + rows.capacity()
                + " >>\nstream\n")
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(rows.array());
    pdf.writeBytes(
        ("\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII));
    return pdf.toByteArray();
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] progressive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam passes = writer.getDefaultWriteParam();
      passes.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(image, null, null), passes);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] withFrame(byte[] jpeg, int width, int height) {
    byte[] claimed = jpeg.clone();
    for (int at = 0; at < claimed.length - 9; at++) {
      if ((claimed[at] & 0xff) == 0xff && (claimed[at + 1] & 0xff) == 0xc2) {
        ByteBuffer.wrap(claimed).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return claimed;
      }
    }
    throw new AssertionError("no frame of several passes");
  }
}
