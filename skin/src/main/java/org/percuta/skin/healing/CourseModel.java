package org.percuta.skin.healing;

import java.util.List;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.Spread;

/**
 * A course as a function of a point in the unit cube, one coordinate for each uncertain parameter.
 * Not for use by two threads at once.
 */
public final class CourseModel {

  private final Ensemble ensemble;
  private final HealingCourse course;
  private final Spread wounded;
  private final Rates rates;
  private final HealingRun run;

  public CourseModel(SkinParameters parameters, HealingCourse course, Spread wounded) {
    ensemble = new Ensemble(parameters);
    this.course = course;
    this.wounded = wounded;
    rates = Rates.of(parameters);
    run = new HealingRun(rates, course.days(), HealingRun.TOLERANCE);
  }

  /** Ids of the coordinates. */
  public static List<String> coordinates(SkinParameters parameters) {
    return new Uncertain(parameters).names();
  }

  /** Fills {@code into} with the outputs at a point, in the order of {@link CourseOutput}. */
  public void evaluate(double[] point, double[] into) {
    HealingCurves curves = ensemble.member(run, rates, course, wounded, point);
    for (CourseOutput output : CourseOutput.values()) {
      into[output.ordinal()] = output.of(curves, course);
    }
  }
}
