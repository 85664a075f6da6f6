package org.percuta.skin.healing;

import java.util.List;
import org.percuta.skin.SkinParameters;

/** One reference session followed for 28 days, every state eight times a day. */
final class SingleSession {

  private static final int DAYS = 28;
  private static final int PER_DAY = 8;

  private final double[][] states = new double[State.COUNT][DAYS * PER_DAY + 1];

  SingleSession(SkinParameters parameters, double woundedFraction) {
    HealingCourse course =
        new HealingCourse(
            HealingPerson.REFERENCE,
            List.of(new HealingSession(0, woundedFraction, 0.03, 1.5)),
            DAYS);
    Healing.run(parameters, course, HealingRun.TOLERANCE, this::step);
  }

  private void step(double from, double to, double[] y0, double[] f0, double[] y1, double[] f1) {
    for (int t = (int) Math.floor(from * PER_DAY) + 1;
        t <= Math.min(DAYS * PER_DAY, Math.floor(to * PER_DAY + 1e-9));
        t++) {
      double s = Math.clamp(((double) t / PER_DAY - from) / (to - from), 0, 1);
      for (int i = 0; i < State.COUNT; i++) {
        states[i][t] = HealingRun.hermite(i, s, to - from, y0, f0, y1, f1);
      }
    }
  }

  double peakDay(State state) {
    return peak(state) / (double) PER_DAY;
  }

  /** Relative to the greatest value of the 28 days. */
  double relative(State state, double day) {
    return at(state, day) / states[state.ordinal()][peak(state)];
  }

  /** New collagen, relative to day 28. */
  double collagen(double day) {
    return (at(State.COLLAGEN_I, day) + at(State.COLLAGEN_III, day))
        / (at(State.COLLAGEN_I, DAYS) + at(State.COLLAGEN_III, DAYS));
  }

  private double at(State state, double day) {
    return states[state.ordinal()][(int) Math.round(day * PER_DAY)];
  }

  private int peak(State state) {
    double[] curve = states[state.ordinal()];
    int best = 0;
    for (int i = 0; i < curve.length; i++) {
      best = curve[i] > curve[best] ? i : best;
    }
    return best;
  }
}
