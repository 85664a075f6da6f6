package org.percuta.skin.healing;

import org.percuta.skin.SkinParameters;

/** Runs a course with the best estimates. */
public final class Healing {

  private Healing() {}

  /** Erythema and barrier by hour, collagen by day; the course is a checked one. */
  public static HealingCurves run(SkinParameters parameters, HealingCourse course) {
    return run(parameters, course, HealingRun.TOLERANCE);
  }

  /** The same at another tolerance of the solver, between 1e-9 and 1e-2. */
  static HealingCurves run(
      SkinParameters parameters,
      HealingCourse course,
      double tolerance,
      HealingRun.Sampler... samplers) {
    Rates rates = Rates.of(parameters);
    rates.apply(course.person());
    return new HealingRun(rates, course.days(), tolerance, samplers).run(course);
  }
}
