package org.percuta.clinic.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.percuta.protocol.io.KnowledgeFiles;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.model.Knowledge;

/** Clinical content other than the shipped: filler waits 6 weeks instead of 4. */
public final class OtherContent {

  private static final Path SHIPPED = Path.of("../knowledge");

  private OtherContent() {}

  /** A copy of the shipped folder with one number changed, its golden cases with it. */
  public static Path folder(Path folder) {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = SHIPPED.relativize(file).toString();
        if (!name.startsWith("target")) {
          Path copy = folder.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.writeString(copy, changed(name, Files.readString(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** The same content as a clinic keeps it. */
  public static byte[] archive() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files().entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Knowledge knowledge() {
    return KnowledgeReader.read(files(), "").knowledge();
  }

  private static SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = KnowledgeFiles.shipped();
    files.replaceAll((name, bytes) ->
        changed(name, new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static String changed(String name, String text) {
    return switch (name) {
      case "version.yaml" -> text.replace("2026.11.1", "2027.01.0");
      case "protocol/settings.yaml" ->
          block(
              text,
              "  - id: filler-after\n",
              "\n  - id: ",
              one -> one.replace("value: 4", "value: 6"));
      case "cases/procedures.yaml" ->
          dated(
              dated(
                  dated(
                      dated(text, "fires", "2026-12-08", "2026-12-22"),
                      "edge-the-day-itself",
                      "2026-10-24",
                      "2026-10-10"),
                  "edge-day-before",
                  "2026-10-25",
                  "2026-10-11"),
              "edge-month-only",
              "2026-11-28",
              "2026-12-12");
      default -> text;
    };
  }

  private static String dated(String text, String golden, String was, String is) {
    return block(
        text, "  - id: filler-recent/" + golden + "\n", "\n  - id: ", one -> one.replace(was, is));
  }

  private static String block(String text, String begin, String end, UnaryOperator<String> change) {
    int from = text.indexOf(begin);
    int next = text.indexOf(end, from + begin.length());
    int to = next < 0 ? text.length() : next;
    String changed = change.apply(text.substring(from, to));
    if (changed.equals(text.substring(from, to))) {
      throw new IllegalStateException("The shipped content no longer reads as the tests expect");
    }
    return text.substring(0, from) + changed + text.substring(to);
  }
}
