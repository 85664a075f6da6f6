package org.percuta.fhir.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.percuta.protocol.validate.Place;

/** The bytes of a file, read once and bounded. */
final class Bytes {

  private Bytes() {}

  /** All bytes of a file or pipe up to the limit, or a finding. */
  static Optional<byte[]> read(Path file, String name, long limit, FindingSink sink) {
    try {
      if (Files.isDirectory(file)) {
        sink.error(
            "PX-0401", name + " is a folder.", "", Place.of(name), "Maybe name a file in it?");
        return Optional.empty();
      }
      if (Files.isRegularFile(file) && Files.size(file) <= limit) {
        return Optional.of(Files.readAllBytes(file));
      }
      if (Files.isRegularFile(file)) {
        sink.error(
            "PX-0402", tooLarge(Files.size(file), limit), "", Place.of(name), TOO_LARGE_HINT);
        return Optional.empty();
      }
      // A pipe tells no size.
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes((int) limit + 1);
        if (bytes.length > limit) {
          sink.error("PX-0402", tooLarge(bytes.length, limit), "", Place.of(name), TOO_LARGE_HINT);
          return Optional.empty();
        }
        return Optional.of(bytes);
      }
    } catch (NoSuchFileException e) {
      sink.error(
          "PX-0401", "There is no file " + name + ".", "", Place.of(name), "Maybe a typing error?");
    } catch (IOException | SecurityException e) {
      sink.error(
          "PX-0401",
          name + " cannot be read: " + e.getMessage() + ".",
          "",
          Place.of(name),
          "Maybe the rights to read it are missing?");
    }
    return Optional.empty();
  }

  private static final String TOO_LARGE_HINT =
      "Maybe export this patient's Patient, Condition, Medication, AllergyIntolerance, Procedure and"
          + " Observation resources only?";

  private static String tooLarge(long size, long limit) {
    return size > limit + 1
        ? "The file has " + size / MEGABYTE + " MB; at most " + limit / MEGABYTE + " MB are read."
        : "The file has more than the " + limit / MEGABYTE + " MB that are read.";
  }

  private static final long MEGABYTE = 1024L * 1024;

  /** 3 after a byte order mark, else 0. */
  static int afterMark(byte[] bytes) {
    return bytes.length >= 3
            && (bytes[0] & 0xff) == 0xef
            && (bytes[1] & 0xff) == 0xbb
            && (bytes[2] & 0xff) == 0xbf
        ? 3
        : 0;
  }

  /** Whether the first line is an object for itself and another object follows. */
  static boolean isLines(byte[] bytes, int from) {
    int end = lineEnd(bytes, from);
    int last = end - 1;
    while (last > from && isSpace(bytes[last])) {
      last--;
    }
    if (bytes[from] != '{' || last == from || bytes[last] != '}') {
      return false;
    }
    int next = end;
    while (next < bytes.length && isSpace(bytes[next])) {
      next++;
    }
    return next < bytes.length && bytes[next] == '{';
  }

  /** Index of the next line feed, or the end. */
  static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
