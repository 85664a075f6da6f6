package org.percuta.clinic.consent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.percuta.clinic.platform.web.Form;

/** A drawn signature as a browser sends it: a small PNG in a form field. */
final class Drawing {

  private static final String PREFIX = "data:image/png;base64,";
  private static final int MOST_CHARS = 400_000;
  private static final int MOST_PIXELS = 2_000;

  private Drawing() {}

  /** Empty when nothing was drawn; a fault when what came is not a small PNG. */
  static Optional<byte[]> read(Form form, String field) {
    String text = form.value(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.length() > MOST_CHARS || !text.startsWith(PREFIX)) {
      return bad(form, field);
    }
    try {
      byte[] png = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      return isSmallPng(png) ? Optional.of(png) : bad(form, field);
    } catch (IllegalArgumentException | IOException e) {
      return bad(form, field);
    }
  }

  /** Asks the header for the size, before any pixel is unpacked, and then reads it all. */
  private static boolean isSmallPng(byte[] png) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    if (!readers.hasNext()) {
      return false;
    }
    ImageReader reader = readers.next();
    try (ImageInputStream input =
        ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(input);
      return reader.getWidth(0) <= MOST_PIXELS
          && reader.getHeight(0) <= MOST_PIXELS
          && reader.read(0) != null;
    } catch (IndexOutOfBoundsException e) {
      return false;
    } finally {
      reader.dispose();
    }
  }

  private static Optional<byte[]> bad(Form form, String field) {
    form.reject(field, "The drawn signature could not be read. Draw it again, or leave it out.");
    return Optional.empty();
  }
}
