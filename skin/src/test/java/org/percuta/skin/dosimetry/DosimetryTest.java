package org.percuta.skin.dosimetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percuta.quantity.Parameter;
import org.percuta.skin.Checked;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.TestParameters;

class DosimetryTest {

  private static final SkinParameters SHIPPED = TestParameters.SHIPPED;

  @Test
  void theRollerOn192NeedlesGives15AndAThirdPerPassAnd229After15() {
    Dose once = dose(DoseRequest.of("roller-192", "cheeks", 1.5, 1));
    Dose often = dose(DoseRequest.of("roller-192", "cheeks", 1.5, 15));
    assertThat(once.density_cm2().mean()).isCloseTo(192 / (4 * Math.PI), within(1e-9));
    assertThat(once.density_cm2().mean()).isCloseTo(15.3, within(0.05));
    assertThat(often.density_cm2().mean()).isCloseTo(229, within(0.5));
  }

  @Test
  void aPenGivesNeedlesTimesRateOverSpeedTimesSwath() {
    Dose dose = dose(DoseRequest.of("pen-14", "face", 1, 1).withSpeed(2));
    assertThat(dose.density_cm2().mean()).isCloseTo(14 * 116.7 / (2 * 0.8), within(1e-6));
  }

  @Test
  void layersSumToOneAndZeroDepthStaysOnTheSurface() {
    for (String site : new SkinSites(SHIPPED).list()) {
      for (double depth : new double[] {0, 0.25, 1, 2.5}) {
        Dose dose = dose(DoseRequest.of("pen-14", site, depth, 2));
        assertThat(dose.layers().values().stream().mapToDouble(d -> d).sum())
            .isCloseTo(1, within(1e-9));
      }
      assertThat(dose(DoseRequest.of("pen-14", site, 0, 2)).layers().get(Layer.STRATUM_CORNEUM))
          .isEqualTo(1);
    }
  }

  @Test
  void aSiteHasOneMethodOfMeasuringOnly() {
    for (String site : new SkinSites(SHIPPED).list()) {
      for (Sex sex : Sex.values()) {
        assertThat(new SkinSites(SHIPPED).find(site, sex, OptionalDouble.empty()))
            .isInstanceOf(Checked.Valid.class);
      }
    }
  }

  @Test
  void thinSkinIsWarnedOfAndNotForbidden() {
    Dose dose = dose(DoseRequest.of("pen-14", "under-eye", 1.5, 1).withSex(Sex.FEMALE));
    assertThat(dose.limits())
        .anySatisfy(note -> {
          assertThat(note.what()).isEqualTo("site-thickness");
          assertThat(note.exceeded()).isTrue();
          assertThat(note.message()).contains("1.50 mm", "0.75 mm", "under-eye", "ultrasound");
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 2.6, Double.NaN, Double.POSITIVE_INFINITY})
  void anImpossibleDepthIsAFindingWithValueAndLimit(double depth) {
    Checked<Dose> dose = Dosimetry.dose(SHIPPED, DoseRequest.of("pen-14", "face", depth, 1));
    assertThat(dose.problems())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("depth");
          assertThat(finding.message()).contains("outside 0 to 2.5 mm");
        });
  }

  @Test
  void everyFindingIsGivenAtOnce() {
    DoseRequest wrong =
        new DoseRequest(
            "pen-99",
            "knee",
            Sex.FEMALE,
            OptionalDouble.of(-4),
            9,
            Double.NaN,
            OptionalDouble.of(-1),
            OptionalDouble.empty(),
            -2,
            1.5,
            Pressure.USUAL,
            OptionalDouble.of(Double.NaN),
            false);
    assertThat(Dosimetry.dose(SHIPPED, wrong).problems())
        .extracting(finding -> finding.subject())
        .contains(
            "device", "site", "age", "speed", "passes", "overlap", "phototype", "area", "depth");
  }

  @Test
  void aRollerHasNoStrokeRateAndAPenHasALimit() {
    DoseRequest roller =
        new DoseRequest(
            "roller-192",
            "face",
            Sex.FEMALE,
            OptionalDouble.empty(),
            3,
            1.5,
            OptionalDouble.empty(),
            OptionalDouble.of(100),
            1,
            0,
            Pressure.USUAL,
            OptionalDouble.empty(),
            false);
    assertThat(Dosimetry.dose(SHIPPED, roller).problems().getFirst().message())
        .contains("no stroke rate");
  }

  @ParameterizedTest
  @CsvSource({"pen-14, 1000, PAPILLARY_DERMIS", "roller-192, 230, RETICULAR_DERMIS"})
  void settingsFoundForATargetReachIt(String device, double density, Layer layer) {
    SettingLimits limits = new SettingLimits(1.5, 20, 1, 6, 0.2);
    DoseRequest found =
        SettingSearch.find(
                SHIPPED,
                DoseRequest.of(device, "cheeks", 0, 1),
                new SettingTarget(density, layer, 0.5),
                limits)
            .orThrow();
    Dose dose = dose(found);
    assertThat(dose.density_cm2().mean()).isCloseTo(density, within(density * 0.1));
    assertThat(dose.reaches(layer)).isGreaterThanOrEqualTo(0.5);
    assertThat(dose.reaches(Layer.SUBCUTIS)).isLessThanOrEqualTo(0.2);
    assertThat(found.depth_mm()).isLessThanOrEqualTo(1.5);
  }

  @Test
  void aTargetOutOfReachSaysWhatIsNearest() {
    SettingLimits limits = new SettingLimits(0.25, 4, 1, 6, 0.1);
    assertThat(
            SettingSearch.find(
                    SHIPPED,
                    DoseRequest.of("pen-14", "back", 0, 1),
                    new SettingTarget(1000, Layer.RETICULAR_DERMIS, 0.9),
                    limits)
                .problems())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("0.25 mm", "the deepest allowed"));
  }

  @Test
  void anUnknownParameterSetIsAFindingForEachAbsentId() {
    assertThat(SkinParameters.from(Map.of()).problems())
        .extracting(finding -> finding.subject())
        .contains("penetration.pen", "healing.crowding");
  }

  @Test
  void aSiteThatMixesMethodsOrADeviceThatLacksANumberIsAFinding() {
    Map<String, Parameter> broken = new HashMap<>(TestParameters.read());
    broken.remove("device.pen-14.stroke-rate");
    broken.computeIfPresent(
        "skin.neck.dermis.female",
        (id, p) ->
            new Parameter(
                id,
                p.value(),
                p.unit(),
                p.range(),
                "histology; of another table",
                p.source(),
                p.grade(),
                p.recalled()));
    assertThat(SkinParameters.from(broken).problems())
        .extracting(finding -> finding.subject() + ": " + finding.message())
        .containsExactlyInAnyOrder(
            "device.pen-14.stroke-rate: The parameter is absent.",
            "skin.neck: The epidermis is by ultrasound, the dermis by histology.");
  }

  private static Dose dose(DoseRequest request) {
    return Dosimetry.dose(SHIPPED, request).orThrow();
  }
}
