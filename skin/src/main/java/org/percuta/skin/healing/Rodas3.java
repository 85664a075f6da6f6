package org.percuta.skin.healing;

/**
 * Rosenbrock method of order 3 with an embedded one of order 2, L-stable and stiffly accurate
 * (RODAS3; Sandu et al. 1997, Atmospheric Environment 31:3459). Hipparchus has no stiff solver; the
 * tests hold this one against its Dormand-Prince 8(5,3). All work arrays are made once, so a step
 * allocates nothing.
 */
final class Rodas3 {

  private static final int N = State.COUNT;
  private static final double GAMMA = 0.5;
  private static final double SAFETY = 0.9;
  private static final double SHRINK = 0.2;
  private static final double GROW = 6;
  private static final double SMALLEST_STEP = 1e-10;
  private static final double ABSOLUTE = 1e-3;

  private final HealingSystem system;
  private final double tolerance;
  private final double[] slope = new double[N];
  private final double[] slopeAfter = new double[N];
  private final double[] k1 = new double[N];
  private final double[] k2 = new double[N];
  private final double[] k3 = new double[N];
  private final double[] k4 = new double[N];
  private final double[] stage = new double[N];
  private final double[] next = new double[N];
  private final double[] f = new double[N];
  private final double[] jacobian = new double[N * N];
  private final SparseLu lu;
  private double step = 0.01;

  /** Takes each step's end; {@code slope} arrays make it possible to interpolate within. */
  interface Observer {
    void step(double from, double to, double[] y0, double[] f0, double[] y1, double[] f1);
  }

  Rodas3(HealingSystem system, double tolerance) {
    this.system = system;
    this.tolerance = tolerance;
    lu = new SparseLu(HealingSystem.example());
  }

  /** The first step after a session is small, since everything changes at once. */
  void restart() {
    step = 0.005;
  }

  /** Takes {@code y} from one time to another, in days. */
  void integrate(double[] y, double from, double to, Observer observer) {
    double t = from;
    system.derivatives(y, slope);
    while (t < to) {
      double rest = to - t;
      double h = Math.min(step, rest);
      // Two even steps rather than a long one and a sliver.
      if (h < rest && h > rest / 2) {
        h = rest / 2;
      }
      double error = attempt(y, h);
      double factor = error == 0 ? GROW : SAFETY / Math.cbrt(error);
      double proposed = h * Math.clamp(factor, SHRINK, GROW);
      if (error > 1 && h > SMALLEST_STEP) {
        step = proposed;
        continue;
      }
      if (h == step || proposed < step) {
        step = proposed;
      }
      keepMass();
      system.derivatives(next, slopeAfter);
      double end = h == rest ? to : t + h;
      observer.step(t, end, y, slope, next, slopeAfter);
      System.arraycopy(next, 0, y, 0, N);
      System.arraycopy(slopeAfter, 0, slope, 0, N);
      t = end;
    }
  }

  /** One step of length {@code h}; fills {@link #next} and returns the error over the tolerance. */
  private double attempt(double[] y, double h) {
    system.jacobian(y, jacobian);
    lu.decompose(jacobian, 1 / (h * GAMMA));
    System.arraycopy(slope, 0, k1, 0, N);
    lu.solve(k1);
    for (int i = 0; i < N; i++) {
      k2[i] = slope[i] + 4 / h * k1[i];
    }
    lu.solve(k2);
    for (int i = 0; i < N; i++) {
      stage[i] = y[i] + 2 * k1[i];
    }
    system.derivatives(stage, f);
    for (int i = 0; i < N; i++) {
      k3[i] = f[i] + (k1[i] - k2[i]) / h;
    }
    lu.solve(k3);
    for (int i = 0; i < N; i++) {
      stage[i] = y[i] + 2 * k1[i] + k3[i];
    }
    system.derivatives(stage, f);
    for (int i = 0; i < N; i++) {
      k4[i] = f[i] + (k1[i] - k2[i] - 8.0 / 3 * k3[i]) / h;
    }
    lu.solve(k4);
    double sum = 0;
    for (int i = 0; i < N; i++) {
      next[i] = y[i] + 2 * k1[i] + k3[i] + k4[i];
      double scale = tolerance * (ABSOLUTE + Math.max(Math.abs(y[i]), Math.abs(next[i])));
      double ratio = k4[i] / scale;
      sum += ratio * ratio;
    }
    return Math.sqrt(sum / N);
  }

  /** A surplus cannot be negative, elastin's apart; the method may miss zero within tolerance. */
  private void keepMass() {
    for (int i = 0; i < N - 1; i++) {
      next[i] = Math.max(0, next[i]);
    }
  }
}
