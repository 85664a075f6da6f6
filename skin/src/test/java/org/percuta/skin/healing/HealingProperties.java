package org.percuta.skin.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.percuta.skin.Checked;
import org.percuta.skin.Spread;
import org.percuta.skin.TestParameters;

class HealingProperties {

  @Property(tries = 40)
  void zeroPuncturesAreBaselineForEver(
      @ForAll @IntRange(max = 12) int sessions,
      @ForAll @DoubleRange(min = 16, max = 110) double age,
      @ForAll @IntRange(min = 1, max = 6) int phototype) {
    HealingCourse course = course(new HealingPerson(age, phototype), sessions, 28, 0, 0);
    HealingCurves curves = Healing.run(TestParameters.SHIPPED, course);
    assertThat(curves.collagen()).containsOnly(1);
    assertThat(curves.elastin()).containsOnly(1);
    assertThat(curves.barrier()).containsOnly(1);
    assertThat(curves.redness()).containsOnly(0);
  }

  @Property(tries = 60)
  void massStaysNonNegative(
      @ForAll @IntRange(min = 1, max = 12) int sessions,
      @ForAll @DoubleRange(min = 1, max = 60) double interval,
      @ForAll @DoubleRange(max = 1) double wound,
      @ForAll @DoubleRange(max = 1) double opened,
      @ForAll @DoubleRange(max = 3) double depth) {
    List<HealingSession> list = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      list.add(new HealingSession(i * interval, wound, opened, depth));
    }
    HealingCourse course = new HealingCourse(HealingPerson.REFERENCE, list, 900);
    HealingCurves curves =
        Healing.run(
            TestParameters.SHIPPED,
            course,
            HealingRun.TOLERANCE,
            (from, to, y0, f0, y1, f1) -> {
              for (int i = 0; i < State.COUNT - 1; i++) {
                assertThat(y1[i]).isFinite().isNotNegative();
              }
              assertThat(y1[State.ELASTIN.ordinal()]).isGreaterThan(-1);
            });
    for (int day = 0; day < curves.collagen().length; day++) {
      assertThat(curves.collagen()[day]).isGreaterThanOrEqualTo(1);
    }
    for (int hour = 0; hour <= HealingCurves.HOURS; hour++) {
      assertThat(curves.barrier()[hour]).isBetween(0.0, 1.0);
      assertThat(curves.redness()[hour]).isBetween(0.0, 1.0);
    }
  }

  @Property(tries = 15)
  void resultsConvergeAsTheToleranceShrinks(
      @ForAll @IntRange(min = 1, max = 6) int sessions,
      @ForAll @DoubleRange(min = 7, max = 60) double interval,
      @ForAll @DoubleRange(min = 0.02, max = 0.9) double wound) {
    HealingCourse course = course(HealingPerson.REFERENCE, sessions, interval, wound, 0.05);
    double[] exact = Healing.run(TestParameters.SHIPPED, course, 1e-8).collagen();
    double[] tolerances = {1e-2, 1e-3, 1e-4, 1e-6};
    double before = Double.MAX_VALUE;
    for (double tolerance : tolerances) {
      double error =
          distance(Healing.run(TestParameters.SHIPPED, course, tolerance).collagen(), exact);
      assertThat(error).as("at %s", tolerance).isLessThanOrEqualTo(Math.max(before, 1e-6));
      before = error;
    }
    double usual =
        distance(Healing.run(TestParameters.SHIPPED, course).collagen(), exact)
            / (1 + distance(exact, new double[exact.length]));
    assertThat(usual).as("the usual tolerance").isLessThan(1e-3);
  }

  @Property(tries = 20)
  void aLargerWoundNeverBuildsLessNorReddensLess(
      @ForAll @DoubleRange(max = 1) double one, @ForAll @DoubleRange(max = 1) double other) {
    HealingCurves small =
        Healing.run(
            TestParameters.SHIPPED,
            course(HealingPerson.REFERENCE, 1, 28, Math.min(one, other), 0.05));
    HealingCurves large =
        Healing.run(
            TestParameters.SHIPPED,
            course(HealingPerson.REFERENCE, 1, 28, Math.max(one, other), 0.05));
    for (int hour = 0; hour <= HealingCurves.HOURS; hour += 6) {
      assertThat(large.redness()[hour]).isGreaterThanOrEqualTo(small.redness()[hour] - 1e-3);
    }
    assertThat(large.collagenI()[28] + large.collagenIII()[28])
        .isGreaterThanOrEqualTo(small.collagenI()[28] + small.collagenIII()[28] - 1e-3);
  }

  @Example
  void theSameSeedGivesTheSameBandsOnAnyNumberOfThreads() {
    HealingCourse course = course(HealingPerson.REFERENCE, 3, 28, 0.15, 0.03);
    Spread wound = new Spread(0.15, 0.02, 0.4);
    Ensemble ensemble = new Ensemble(TestParameters.SHIPPED);
    Projection one = ensemble.project(course, wound, 120, 3);
    Projection two = ensemble.project(course, wound, 120, 3);
    assertThat(one.collagen().p95()).isEqualTo(two.collagen().p95());
    for (int day = 0; day < one.collagen().length(); day++) {
      assertThat(one.collagen().p05()[day]).isLessThanOrEqualTo(one.collagen().p25()[day]);
      assertThat(one.collagen().p25()[day]).isLessThanOrEqualTo(one.collagen().median()[day]);
      assertThat(one.collagen().median()[day]).isLessThanOrEqualTo(one.collagen().p75()[day]);
      assertThat(one.collagen().p75()[day]).isLessThanOrEqualTo(one.collagen().p95()[day]);
    }
  }

  @Example
  void olderSkinBuildsLess() {
    double young =
        Healing.run(TestParameters.SHIPPED, course(new HealingPerson(30, 2), 3, 28, 0.15, 0.03))
            .collagen()[112];
    double old =
        Healing.run(TestParameters.SHIPPED, course(new HealingPerson(75, 2), 3, 28, 0.15, 0.03))
            .collagen()[112];
    assertThat(old).isLessThan(young);
  }

  @Example
  void latinHypercubeHasOnePointInEachStratum() {
    double[][] points = LatinHypercube.points(50, 3, 11);
    for (int column = 0; column < 3; column++) {
      boolean[] seen = new boolean[50];
      for (double[] point : points) {
        seen[(int) (point[column] * 50)] = true;
      }
      assertThat(seen).containsOnly(true);
    }
  }

  @Property(tries = 60)
  void impossibleCoursesAreFindings(
      @ForAll @DoubleRange(min = -5, max = 5) double wound,
      @ForAll @IntRange(min = -3, max = 9) int phototype) {
    HealingCourse course = course(new HealingPerson(35, phototype), 2, 28, wound, Double.NaN);
    assertThat(HealingCourse.check(course)).isInstanceOf(Checked.Invalid.class);
    assertThat(HealingCourse.check(course).problems())
        .allSatisfy(finding -> assertThat(finding.message()).contains("outside"));
  }

  @Example
  void hoursAndDaysAreReadAtTheRightTime() {
    HealingCourse course = course(HealingPerson.REFERENCE, 1, 28, 0.169, 0.1);
    HealingCurves curves = Healing.run(TestParameters.SHIPPED, course);
    assertThat(curves.redness()[0]).isCloseTo(0.5, within(1e-9));
    assertThat(curves.barrier()[0]).isCloseTo(0.9, within(1e-9));
    // At 0.5 mm a tenth of the opening is left after 48 h.
    assertThat(curves.barrier()[48]).isCloseTo(0.99, within(1e-4));
  }

  private static HealingCourse course(
      HealingPerson person, int sessions, double interval, double wound, double opened) {
    List<HealingSession> list = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      list.add(new HealingSession(i * interval, wound, opened, 0.5));
    }
    return new HealingCourse(person, list, HealingCourse.USUAL_DAYS);
  }

  private static double distance(double[] a, double[] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }
}
