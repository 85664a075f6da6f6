package org.percuta.skin.dosimetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.percuta.skin.Checked;
import org.percuta.skin.TestParameters;

class DosimetryProperties {

  private static final double ROUNDING = 1e-9;

  @Property(tries = 60)
  void deeperReachesNoShallowerLayer(
      @ForAll("devices") String device,
      @ForAll("sites") String site,
      @ForAll @DoubleRange(max = 1) double one,
      @ForAll @DoubleRange(max = 1) double other) {
    double most = new Devices(TestParameters.SHIPPED).find(device).orThrow().maxDepth_mm();
    Dose shallow = dose(DoseRequest.of(device, site, most * Math.min(one, other), 1));
    Dose deep = dose(DoseRequest.of(device, site, most * Math.max(one, other), 1));
    for (Layer layer : Layer.values()) {
      assertThat(deep.reaches(layer)).isGreaterThanOrEqualTo(shallow.reaches(layer) - ROUNDING);
    }
    assertThat(deep.bleedingPerCm2()).isGreaterThanOrEqualTo(shallow.bleedingPerCm2() - ROUNDING);
    assertThat(deep.penetration_mm().mean())
        .isGreaterThanOrEqualTo(shallow.penetration_mm().mean() - ROUNDING);
    assertThat(deep.woundedFraction().mean())
        .isGreaterThanOrEqualTo(shallow.woundedFraction().mean() - ROUNDING);
  }

  @Property(tries = 60)
  void morePassesNeverLowerDensityNorCoverage(
      @ForAll("devices") String device,
      @ForAll("sites") String site,
      @ForAll @IntRange(max = 30) int few,
      @ForAll @IntRange(max = 30) int more) {
    Dose less = dose(DoseRequest.of(device, site, 0.5, few));
    Dose most = dose(DoseRequest.of(device, site, 0.5, few + more));
    assertThat(most.density_cm2().mean()).isGreaterThanOrEqualTo(less.density_cm2().mean());
    assertThat(most.density_cm2().p05()).isGreaterThanOrEqualTo(less.density_cm2().p05() - 1e-6);
    assertThat(most.coverage().mean()).isGreaterThanOrEqualTo(less.coverage().mean() - ROUNDING);
    assertThat(most.minutes()).isGreaterThanOrEqualTo(less.minutes());
  }

  @Property(tries = 40)
  void zeroPassesDoNothing(@ForAll("devices") String device, @ForAll("sites") String site) {
    Dose dose = dose(DoseRequest.of(device, site, 0.5, 0));
    assertThat(dose.density_cm2().p95()).isZero();
    assertThat(dose.coverage().p95()).isZero();
    assertThat(dose.woundedFraction().mean()).isZero();
    assertThat(dose.channelOpen_h().p95()).isZero();
    assertThat(dose.bleedingPerCm2()).isZero();
  }

  @Property(tries = 300)
  void anyInputIsAnAnswerOrFindingsAndNeverAnException(
      @ForAll("devices") String device,
      @ForAll("wild") double depth,
      @ForAll("wild") double speed,
      @ForAll("wild") double rate,
      @ForAll int passes,
      @ForAll("wild") double overlap,
      @ForAll("wild") double area) {
    DoseRequest request =
        new DoseRequest(
            device,
            "cheeks",
            Sex.UNKNOWN,
            OptionalDouble.empty(),
            3,
            depth,
            OptionalDouble.of(speed),
            OptionalDouble.of(rate),
            passes,
            overlap,
            Pressure.FIRM,
            OptionalDouble.of(area),
            false);
    switch (Dosimetry.dose(TestParameters.SHIPPED, request)) {
      case Checked.Valid<Dose>(Dose dose) ->
          assertThat(dose.density_cm2().p95()).isFinite().isNotNegative();
      case Checked.Invalid<Dose>(var findings) ->
          assertThat(findings).allSatisfy(f -> assertThat(f.message()).isNotBlank());
    }
  }

  @Provide
  Arbitrary<String> devices() {
    return Arbitraries.of(new Devices(TestParameters.SHIPPED).list());
  }

  @Provide
  Arbitrary<String> sites() {
    return Arbitraries.of(new SkinSites(TestParameters.SHIPPED).list());
  }

  @Provide
  Arbitrary<Double> wild() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Arbitraries.doubles().between(0, 3)),
        net.jqwik.api.Tuple.of(
            1,
            Arbitraries.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -1.0,
                1e300,
                Double.MIN_VALUE)));
  }

  private static Dose dose(DoseRequest request) {
    return Dosimetry.dose(TestParameters.SHIPPED, request).orThrow();
  }
}
