package org.percuta.clinic.dose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * How the model stands to published figures, read from the page that the model's own tests write.
 *
 * @param passed rows the model meets
 * @param failing rows it does not
 */
record ModelLimits(int passed, List<Failure> failing) {

  private static final String PAGE = "/skin/skin-validation.md";
  private static final int CELLS = 7;

  ModelLimits {
    failing = List.copyOf(failing);
  }

  /** A published figure beside ours. */
  record Failure(String what, String published, String ours, String source) {}

  static ModelLimits read() {
    try (InputStream page = ModelLimits.class.getResourceAsStream(PAGE)) {
      if (page == null) {
        throw new IllegalStateException("The validation page is not in this build.");
      }
      return of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the table in the page's text. */
  static ModelLimits of(String page) {
    List<List<String>> rows =
        page.lines()
            .filter(line -> line.startsWith("| calibration") || line.startsWith("| held-out"))
            .map(line ->
                Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
            .filter(cells -> cells.size() >= CELLS)
            .toList();
    return new ModelLimits(
        (int) rows.stream().filter(cells -> cells.get(5).equals("pass")).count(),
        rows.stream()
            .filter(cells -> cells.get(5).contains("fail"))
            .map(cells -> new Failure(cells.get(1), cells.get(2), cells.get(3), cells.get(6)))
            .toList());
  }
}
