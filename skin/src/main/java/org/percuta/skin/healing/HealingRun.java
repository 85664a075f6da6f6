package org.percuta.skin.healing;

import static org.percuta.skin.HealingParameter.REFERENCE_WOUND;

import java.util.Arrays;
import java.util.List;

/**
 * Runs a course and samples it by hour and by day, by cubic Hermite interpolation within steps.
 * Reused by an ensemble: a run allocates nothing.
 */
final class HealingRun implements Rodas3.Observer {

  /** Relative tolerance in use; results move by less than 1e-4 of collagen below it. */
  static final double TOLERANCE = 1e-3;

  private static final int REDNESS = State.REDNESS.ordinal();
  private static final int BARRIER = State.BARRIER_DEFICIT.ordinal();
  private static final int COLLAGEN_III = State.COLLAGEN_III.ordinal();
  private static final int COLLAGEN_I = State.COLLAGEN_I.ordinal();
  private static final int ELASTIN = State.ELASTIN.ordinal();

  private final Rates rates;
  private final HealingSystem system;
  private final Rodas3 solver;
  private final HealingCurves curves;
  private final double[] y = new double[State.COUNT];
  private final Sampler[] samplers;
  private double rednessSeen = 1;

  HealingRun(Rates rates, int days, double tolerance, Sampler... extra) {
    this.rates = rates;
    system = new HealingSystem(rates);
    solver = new Rodas3(system, tolerance);
    curves = HealingCurves.empty(days);
    samplers = extra;
  }

  /** Takes every step as well, for tests and validation. */
  interface Sampler {
    void step(double from, double to, double[] y0, double[] f0, double[] y1, double[] f1);
  }

  /** Runs the course with the rates as they are now; the curves are valid until the next run. */
  HealingCurves run(HealingCourse course) {
    Arrays.fill(y, 0);
    rednessSeen = rates.rednessSeen(course.person());
    double end = curves.collagen().length - 1.0;
    first(curves);
    double t = 0;
    List<HealingSession> sessions = course.sessions();
    for (int i = 0; i < sessions.size(); i++) {
      HealingSession session = sessions.get(i);
      solver.integrate(y, t, session.day(), this);
      t = session.day();
      wound(session);
      sampleNow(t);
    }
    solver.integrate(y, t, end, this);
    return curves;
  }

  double[] state() {
    return y;
  }

  private void wound(HealingSession session) {
    double dose = session.woundedFraction() / rates.get(REFERENCE_WOUND);
    y[State.DEBRIS.ordinal()] += dose;
    y[REDNESS] += dose;
    y[BARRIER] += (1 - y[BARRIER]) * session.openedShare();
    system.setDepth(session.depth_mm());
    solver.restart();
  }

  /** What a step that ends in a session does not say: the state just after it. */
  private void sampleNow(double t) {
    int hour = (int) Math.ceil(t * 24 - 1e-9);
    if (hour <= HealingCurves.HOURS && Math.abs(hour - t * 24) < 1e-9) {
      curves.redness()[hour] = seen(y[REDNESS]);
      curves.barrier()[hour] = 1 - y[BARRIER];
    }
  }

  private static void first(HealingCurves curves) {
    curves.redness()[0] = 0;
    curves.barrier()[0] = 1;
    curves.collagen()[0] = 1;
    curves.collagenI()[0] = 0;
    curves.collagenIII()[0] = 0;
    curves.elastin()[0] = 1;
  }

  /** Redness is seen as a share that saturates: x/(1+x). */
  private double seen(double redness) {
    return rednessSeen * redness / (1 + redness);
  }

  @Override
  public void step(double from, double to, double[] y0, double[] f0, double[] y1, double[] f1) {
    double h = to - from;
    int lastHour = (int) Math.min(HealingCurves.HOURS, Math.floor(to * 24 + 1e-9));
    for (int hour = (int) Math.floor(from * 24 + 1e-9) + 1; hour <= lastHour; hour++) {
      double s = Math.clamp((hour / 24.0 - from) / h, 0, 1);
      curves.redness()[hour] = seen(hermite(REDNESS, s, h, y0, f0, y1, f1));
      curves.barrier()[hour] = 1 - hermite(BARRIER, s, h, y0, f0, y1, f1);
    }
    int lastDay = (int) Math.min(curves.collagen().length - 1, Math.floor(to + 1e-9));
    for (int day = (int) Math.floor(from + 1e-9) + 1; day <= lastDay; day++) {
      double s = Math.clamp((day - from) / h, 0, 1);
      double one = hermite(COLLAGEN_I, s, h, y0, f0, y1, f1);
      double three = hermite(COLLAGEN_III, s, h, y0, f0, y1, f1);
      curves.collagenI()[day] = one;
      curves.collagenIII()[day] = three;
      curves.collagen()[day] = 1 + one + three;
      curves.elastin()[day] = 1 + signed(ELASTIN, s, h, y0, f0, y1, f1);
    }
    for (Sampler sampler : samplers) {
      sampler.step(from, to, y0, f0, y1, f1);
    }
  }

  static double hermite(
      int i, double s, double h, double[] y0, double[] f0, double[] y1, double[] f1) {
    return Math.max(0, signed(i, s, h, y0, f0, y1, f1));
  }

  private static double signed(
      int i, double s, double h, double[] y0, double[] f0, double[] y1, double[] f1) {
    double r = 1 - s;
    return y0[i] * r * r * (1 + 2 * s)
        + y1[i] * s * s * (3 - 2 * s)
        + h * s * r * (r * f0[i] - s * f1[i]);
  }
}
