package org.percuta.skin.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.Spread;
import org.percuta.skin.dosimetry.Dose;

/**
 * Runs a course many times over the ranges of its parameters, by Latin hypercube. The same seed
 * gives the same bands, however many threads run.
 */
public final class Ensemble {

  /** Members that a picture needs. */
  public static final int USUAL_MEMBERS = 1_000;

  private static final int CHUNK = 50;

  private final SkinParameters parameters;
  private final Uncertain uncertain;

  public Ensemble(SkinParameters parameters) {
    this.parameters = parameters;
    uncertain = new Uncertain(parameters);
  }

  /**
   * The course with its bands.
   *
   * @param wounded what is known of each session's wounded fraction; its mean is the course's
   */
  public Projection project(HealingCourse course, Spread wounded, int members, long seed) {
    double[][] points = LatinHypercube.points(members, uncertain.dimensions(), seed);
    double[][] redness = new double[members][];
    double[][] barrier = new double[members][];
    double[][] collagen = new double[members][];
    IntStream.range(0, (members + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(chunk -> {
          Rates rates = Rates.of(parameters);
          HealingRun run = new HealingRun(rates, course.days(), HealingRun.TOLERANCE);
          for (int m = chunk * CHUNK; m < Math.min(members, (chunk + 1) * CHUNK); m++) {
            HealingCurves curves = member(run, rates, course, wounded, points[m]);
            redness[m] = curves.redness().clone();
            barrier[m] = curves.barrier().clone();
            collagen[m] = curves.collagen().clone();
          }
        });
    return new Projection(
        course,
        Healing.run(parameters, course),
        Band.of(redness, HealingCurves.HOURS + 1),
        Band.of(barrier, HealingCurves.HOURS + 1),
        Band.of(collagen, course.days() + 1),
        times(redness, true),
        times(barrier, false),
        members);
  }

  /** The same with what the dose says of its wounded fraction. */
  public Projection project(HealingCourse course, Dose dose, int members, long seed) {
    return project(course, dose.woundedFraction(), members, seed);
  }

  /** One member, for the sensitivity analysis; the curves are valid until the run's next. */
  HealingCurves member(
      HealingRun run, Rates rates, HealingCourse course, Spread wounded, double[] point) {
    uncertain.fill(rates, point);
    rates.apply(course.person());
    return run.run(wounded(course, wounded, point[point.length - 1]));
  }

  private static HealingCourse wounded(HealingCourse course, Spread wounded, double at) {
    if (wounded.mean() == 0) {
      return course;
    }
    double factor =
        Uncertain.between(wounded.p05(), wounded.mean(), wounded.p95(), at) / wounded.mean();
    List<HealingSession> sessions = new ArrayList<>(course.sessions().size());
    for (HealingSession session : course.sessions()) {
      sessions.add(
          new HealingSession(
              session.day(),
              Math.min(1, session.woundedFraction() * factor),
              session.openedShare(),
              session.depth_mm()));
    }
    return new HealingCourse(course.person(), sessions, course.days());
  }

  private static Spread times(double[][] curves, boolean redness) {
    double[] hours = new double[curves.length];
    for (int i = 0; i < hours.length; i++) {
      hours[i] =
          redness ? Milestones.rednessGone_h(curves[i]) : Milestones.barrierBack_h(curves[i]);
    }
    return Spread.of(hours);
  }
}
