package org.percuta.clinic.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What can be kept, told by what a file holds and never by its name. */
enum DocumentKind {
  PDF("application/pdf", "pdf", "PDF"),
  JPEG("image/jpeg", "jpg", "JPEG picture"),
  PNG("image/png", "png", "PNG picture"),
  TEXT("text/plain", "txt", "Text");

  /** More than any camera a practice has; a picture of more would fill the memory when unpacked. */
  private static final long MOST_PIXELS = 100_000_000;

  /** A row is unpacked at once, so that one as long as a picture has pixels would be one, too. */
  private static final int LONGEST_SIDE = 30_000;

  /** A progressive JPEG is unpacked as a whole before a single pixel can be told. */
  private static final long MOST_PIXELS_PROGRESSIVE = 40_000_000;

  /** A picture is unpacked to about this many pixels, to see that all of it can be read. */
  private static final long LOOKED_AT = 1_000_000;

  private static final byte[] PDF_MARK = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] JPEG_MARK = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final String mediaType;
  private final String suffix;
  private final String words;

  DocumentKind(String mediaType, String suffix, String words) {
    this.mediaType = mediaType;
    this.suffix = suffix;
    this.words = words;
  }

  /** What a file was found to be. */
  sealed interface Checked {

    /** It is whole and of this kind. */
    record Good(DocumentKind kind) implements Checked {}

    /**
     * @param why what is wrong and what to do, for the person who chose it
     */
    record Bad(String why) implements Checked {}
  }

  String mediaType() {
    return mediaType;
  }

  String suffix() {
    return suffix;
  }

  String words() {
    return words;
  }

  static DocumentKind ofMediaType(String mediaType) {
    for (DocumentKind kind : values()) {
      if (kind.mediaType.equals(mediaType)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(mediaType + " is no kind of document.");
  }

  /** What it begins as; text is whatever begins as nothing else. */
  static DocumentKind begin(byte[] content) {
    return starts(content, PDF_MARK)
        ? PDF
        : starts(content, JPEG_MARK) ? JPEG : starts(content, PNG_MARK) ? PNG : TEXT;
  }

  /** Opens it, here and now: what comes from outside goes through {@link Examiner} instead. */
  static Checked check(byte[] content) {
    DocumentKind kind = begin(content);
    Optional<String> fault =
        switch (kind) {
          case PDF -> PdfContent.fault(content);
          case JPEG -> picture(content, "jpeg");
          case PNG -> picture(content, "png");
          case TEXT -> text(content);
        };
    return fault.<Checked>map(Checked.Bad::new).orElseGet(() -> new Checked.Good(kind));
  }

  private static Optional<String> picture(byte[] content, String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(input);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        return Optional.of(
            "This picture has "
                + pixels / 1_000_000
                + " million pixels; at most "
                + MOST_PIXELS / 1_000_000
                + " million are kept. Save it smaller.");
      }
      if (Math.max(reader.getWidth(0), reader.getHeight(0)) > LONGEST_SIDE) {
        return Optional.of(
            "This picture is more than " + LONGEST_SIDE + " pixels long or wide. Save it smaller.");
      }
      if (pixels > MOST_PIXELS_PROGRESSIVE && isProgressive(content)) {
        return Optional.of(
            "This picture is a progressive JPEG of "
                + pixels / 1_000_000
                + " million pixels; at most "
                + MOST_PIXELS_PROGRESSIVE / 1_000_000
                + " million are kept. Save it as ordinary JPEG.");
      }
      int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / LOOKED_AT)));
      ImageReadParam sparse = reader.getDefaultReadParam();
      sparse.setSourceSubsampling(step, step, 0, 0);
      reader.read(0, sparse);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(
          "This begins like a picture and cannot be opened as one. Maybe it was saved only in"
              + " part, or in colours for print? Save it again as PNG or ordinary JPEG.");
    } finally {
      reader.dispose();
    }
  }

  /** Whether a JPEG's frame, wherever it begins, is one of those that come in several passes. */
  private static boolean isProgressive(byte[] content) {
    int at = 2;
    while (at + 4 <= content.length && (content[at] & 0xff) == 0xff) {
      int mark = content[at + 1] & 0xff;
      boolean frame = mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
      if (frame) {
        return (mark & 3) == 2;
      }
      boolean fill = mark == 0xff;
      at += fill ? 1 : 2 + ((content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff);
    }
    return false;
  }

  private static Optional<String> text(byte[] content) {
    String other =
        "Only PDF, JPEG, PNG and plain text in UTF-8 are kept, and this is none of them. Maybe"
            + " print it to PDF?";
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      boolean binary =
          text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
      return binary ? Optional.of(other) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.of(other);
    }
  }

  private static boolean starts(byte[] content, byte[] mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (content[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
