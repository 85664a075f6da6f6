package org.percuta.skin.dosimetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.TestParameters;

/** The closed form against the simulation, each within its stated error. */
class MonteCarloTest {

  private static final int RUNS = 8;

  @ParameterizedTest
  @CsvSource({
    "roller-192, face, 1.5, 15",
    "roller-192, neck, 0.5, 4",
    "pen-14, face, 1.5, 3",
    "pen-12, cheeks, 0.5, 4",
    "pen-36, face, 0.25, 2",
    "stamp, neck, 0.5, 4",
    "patch, cheeks, 0.8, 2",
  })
  void bothAgreeWithinTheirStatedError(String device, String site, double depth, int passes) {
    DoseSetting setting =
        DoseSetting.check(
                TestParameters.SHIPPED, DoseRequest.of(device, site, depth, passes).withArea(300))
            .orThrow();
    Dose dose = Dosimetry.dose(setting);
    double mean = 0;
    double low = 0;
    double high = 0;
    double coverage = 0;
    double error = 0;
    for (int seed = 1; seed <= RUNS; seed++) {
      MonteCarlo.Result run = MonteCarlo.run(setting, seed);
      mean += run.meanDensity_cm2() / RUNS;
      low += run.density_cm2().p05() / RUNS;
      high += run.density_cm2().p95() / RUNS;
      coverage += run.coverage() / RUNS;
      error = run.meanError() / Math.sqrt(RUNS);
      for (Layer layer : Layer.values()) {
        assertThat(run.layers().get(layer))
            .as(layer.words())
            .isCloseTo(dose.layers().get(layer), within(0.01));
      }
    }
    double exact = dose.density_cm2().mean();
    assertThat(mean).as("mean").isCloseTo(exact, within(3 * error));
    // Discs hold whole punctures, which a sparse density feels.
    double quantile = DensityLaw.QUANTILE_ERROR * exact + 1;
    assertThat(low).as("5 %").isCloseTo(dose.density_cm2().p05(), within(quantile));
    assertThat(high).as("95 %").isCloseTo(dose.density_cm2().p95(), within(quantile));
    double covered = Channels.covered(exact, dose.opening_mm());
    assertThat(coverage)
        .as("coverage")
        .isCloseTo(covered, within(Channels.COVERAGE_ERROR * covered));
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    DoseSetting setting =
        DoseSetting.check(TestParameters.SHIPPED, DoseRequest.of("pen-14", "chin", 1, 2)).orThrow();
    assertThat(MonteCarlo.run(setting, 7)).isEqualTo(MonteCarlo.run(setting, 7));
    assertThat(MonteCarlo.run(setting, 7)).isNotEqualTo(MonteCarlo.run(setting, 8));
  }

  @Test
  void areasTreatedTooLittleOrTooMuchAreCountedAlike() {
    DoseSetting setting =
        DoseSetting.check(
                TestParameters.SHIPPED, DoseRequest.of("pen-14", "face", 1, 1).withArea(1500))
            .orThrow();
    Dose dose = Dosimetry.dose(setting);
    double below = 0;
    int discs = 0;
    for (int seed = 0; seed < 4; seed++) {
      double[] places = MonteCarlo.places(setting, 30, seed);
      int[] counts = new int[26 * 26];
      double side = 2 * DensityLaw.DISC_RADIUS_CM;
      for (int i = 0; i < places.length; i += 2) {
        int x = (int) (places[i] / side);
        int y = (int) (places[i + 1] / side);
        double dx = places[i] - (x + 0.5) * side;
        double dy = places[i + 1] - (y + 0.5) * side;
        if (x < 26 && y < 26 && dx * dx + dy * dy < 1 / Math.PI) {
          counts[x * 26 + y]++;
        }
      }
      double threshold =
          dose.density_cm2().mean()
              * TestParameters.SHIPPED.value(DoseParameter.UNDERTREATED_BELOW);
      for (int count : counts) {
        below += count < threshold ? 1 : 0;
        discs++;
      }
    }
    assertThat(below / discs).isCloseTo(dose.undertreated(), within(0.05));
  }
}
