package org.percuta.skin.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.skin.healing.Row.say;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.skin.TestParameters;
import org.percuta.skin.Written;
import org.percuta.skin.healing.Row.Half;
import org.percuta.skin.healing.Row.Result;

/** Writes docs/skin-validation.md; a row that fails is shown as failing. */
class ValidationTest {

  /** Calibration rows that the model cannot meet with one parameter set; the table shows them. */
  private static final List<String> KNOWN_MISSES =
      List.of("Curve of myofibroblasts", "Channel of a 0.77 mm roller");

  @Test
  void theTableInTheDocsIsWhatTheModelGives() {
    List<Row> rows = rows();
    StringBuilder text =
        new StringBuilder(
            """
            # Validation of the skin model

            Written by `ValidationTest`; it fails when this page and the model differ, and `-Dpercuta.write=true` writes the page anew.
            Rows marked *calibration* set parameters (docs/skin-model.md says which); rows marked *held-out* set none and are reported as they fall,
            failures included. Published curves were dealt point by point, first, third, fifth … to calibration. The rules were
            written after a prototype had been seen, so they are no blind test; no parameter was changed for a held-out row. Ranges behind the bands are those of `knowledge/parameters`; where they are recalled they are wide, so a row that passes
            "within the band" says little.

            """);
    for (Half half : Half.values()) {
      text.append(
          say(
              "%s: %d pass, %d fail, %d where sources disagree, %d not modelled.%n",
              half == Half.CALIBRATION ? "Calibration" : "Held-out",
              count(rows, half, Result.PASS),
              count(rows, half, Result.FAIL),
              count(rows, half, Result.SOURCES_DISAGREE),
              count(rows, half, Result.NOT_MODELLED)));
    }
    text.append("\n| half | what | published | ours | passes when | result | source |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    rows.forEach(row -> text.append(row.markdown()).append('\n'));
    Written.check("skin-validation.md", text.toString());
  }

  @Test
  void whatWasCalibratedIsMet() {
    assertThat(rows())
        .filteredOn(row -> row.half() == Half.CALIBRATION)
        .filteredOn(row -> KNOWN_MISSES.stream().noneMatch(row.what()::startsWith))
        .allSatisfy(row -> assertThat(row.result()).as(row.what()).isEqualTo(Result.PASS));
  }

  private static List<Row> rows() {
    double wound = CourseRows.reference(TestParameters.SHIPPED).woundedFraction().mean();
    List<Row> rows = new ArrayList<>(new CellRows(TestParameters.SHIPPED, wound).rows());
    rows.addAll(new CourseRows(TestParameters.SHIPPED).rows());
    return rows;
  }

  private static long count(List<Row> rows, Half half, Result result) {
    return rows.stream().filter(r -> r.half() == half && r.result() == result).count();
  }
}
