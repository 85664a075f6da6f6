package org.percuta.skin.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.percuta.skin.TestParameters;
import org.percuta.skin.Written;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Dosimetry;
import org.percuta.skin.dosimetry.Sex;
import org.percuta.skin.healing.CourseModel;
import org.percuta.skin.healing.CourseOutput;
import org.percuta.skin.healing.HealingCourse;
import org.percuta.skin.healing.HealingPerson;
import org.percuta.skin.picture.SensitivityPicture;

/** Holds the estimators to a function whose indices are known; writes docs/skin-sensitivity.md. */
class SensitivityTest {

  private static final int SAMPLES = 512;
  private static final double LEAST = 0.02;

  @Test
  void theEstimatorsFindTheIndicesOfIshigami() {
    SobolIndices indices =
        SobolIndices.of(
            List.of("x1", "x2", "x3"),
            1,
            4096,
            () ->
                (point, into) -> {
                  double a = Math.PI * (2 * point[0] - 1);
                  double b = Math.PI * (2 * point[1] - 1);
                  double c = Math.PI * (2 * point[2] - 1);
                  into[0] =
                      Math.sin(a)
                          + 7 * Math.sin(b) * Math.sin(b)
                          + 0.1 * c * c * c * c * Math.sin(a);
                });
    // Ishigami and Homma 1990 with a = 7, b = 0.1.
    assertThat(indices.first()[0]).containsExactly(new double[] {0.314, 0.442, 0}, within(0.02));
    assertThat(indices.total()[0])
        .containsExactly(new double[] {0.558, 0.442, 0.244}, within(0.02));
  }

  @Test
  void theTableAndThePictureInTheDocsAreWhatTheModelGives() {
    Dose dose =
        Dosimetry.dose(
                TestParameters.SHIPPED,
                DoseRequest.of("roller-192", "cheeks", 1.5, 15).withSex(Sex.FEMALE))
            .orThrow();
    HealingCourse course = HealingCourse.of(new HealingPerson(50, 4), dose, 4, 28).orThrow();
    SobolIndices indices =
        SobolIndices.of(
            CourseModel.coordinates(TestParameters.SHIPPED),
            CourseOutput.values().length,
            SAMPLES,
            () -> {
              CourseModel model =
                  new CourseModel(TestParameters.SHIPPED, course, dose.woundedFraction());
              return model::evaluate;
            });
    List<String> outputs = Arrays.stream(CourseOutput.values()).map(CourseOutput::words).toList();
    Written.check("skin-sensitivity.svg", SensitivityPicture.of(indices, outputs));
    Written.check("skin-sensitivity.md", markdown(indices, outputs));
  }

  private static String markdown(SobolIndices indices, List<String> outputs) {
    StringBuilder text =
        new StringBuilder(
            """
            # What should be measured next

            Written by `SensitivityTest`; `-Dpercuta.write=true` writes it anew. Sobol indices (Saltelli 2010 and Jansen 1999, Sobol sequence,
            512 samples) of a course of four sessions 28 days apart, roller-192 at 1.5 mm and 15 passes, cheek of a woman of 50 with phototype 4,
            over the ranges of `knowledge/parameters`. *Alone* is the first-order index, *total* has all interactions; both are estimates, good to
            about 0.05. An index says as much about how wide a range was recalled as about biology: the top of a list is what should be measured next.

            ![The strongest parameters of each output](skin-sensitivity.svg)

            """);
    for (int output = 0; output < outputs.size(); output++) {
      double[] first = indices.first()[output];
      double[] total = indices.total()[output];
      String name = outputs.get(output);
      text.append("## ")
          .append(Character.toUpperCase(name.charAt(0)))
          .append(name.substring(1))
          .append("\n\n| parameter | alone | total |\n|---|---|---|\n");
      IntStream.range(0, total.length)
          .filter(i -> total[i] >= LEAST)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> -total[i]))
          .forEach(i ->
              text.append(
                  String.format(
                      Locale.ROOT,
                      "| `%s` | %.2f | %.2f |%n",
                      indices.coordinates().get(i),
                      Math.max(0, first[i]),
                      total[i])));
      text.append('\n');
    }
    return text.append("Every parameter not named has a total index under 0.02 for that output.\n")
        .toString();
  }
}
