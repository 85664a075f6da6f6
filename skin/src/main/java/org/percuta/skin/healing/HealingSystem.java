package org.percuta.skin.healing;

import static org.percuta.skin.HealingParameter.*;

import java.util.Arrays;
import org.percuta.skin.HealingParameter;

/**
 * The differential equations, per day, and their exact Jacobian.
 *
 * <p>Structure: inflammation feeds fibroblasts feeds collagen, as in Segal et al. 2012; growth
 * factor from macrophages and myofibroblasts, its saturating effect {@code c/(a+c)}, the crowding
 * term {@code 1 − κF}, differentiation to myofibroblasts and collagenase in inflammation, as in
 * Koppenol et al. 2017 and Egberts et al. 2021; young collagen III maturing to collagen I, as in
 * Dale, Sherratt and Maini 1996. No transport and no strain. docs/skin-model.md says what was
 * fitted. Zero is an equilibrium, exactly.
 */
final class HealingSystem {

  private static final int N = State.COUNT;
  private static final int DEBRIS = 0;
  private static final int ALARM = 1;
  private static final int NEUTROPHILS = 2;
  private static final int INFLAMMATION = 3;
  private static final int MACROPHAGES = 4;
  private static final int GROWTH = 5;
  private static final int FIBROBLASTS = 6;
  private static final int MYOFIBROBLASTS = 7;
  private static final int COLLAGENASE = 8;
  private static final int PROCOLLAGEN = 9;
  private static final int COLLAGEN_III = 10;
  private static final int COLLAGEN_I = 11;
  private static final int REDNESS = 12;
  private static final int BARRIER = 13;
  private static final int ELASTIN = 14;
  private static final double LN10 = Math.log(10);
  private static final double HOURS = 24;

  private final Rates rates;
  private final double[] p;
  private double barrierRate;

  HealingSystem(Rates rates) {
    this.rates = rates;
    p = rates.value;
    setDepth(0.5);
  }

  /**
   * Recovery of the barrier slows with depth, about the depth at which it was measured (0.5 mm).
   *
   * @param depth_mm nominal depth of the latest session
   */
  void setDepth(double depth_mm) {
    double hours = at(BARRIER_RECOVERY_90) + at(BARRIER_DEPTH_SLOPE) * (depth_mm - 0.5);
    barrierRate = LN10 / (Math.max(1, hours) / HOURS);
  }

  private double at(HealingParameter parameter) {
    return p[parameter.ordinal()];
  }

  /** Fills {@code d} with the change per day at {@code y}. */
  void derivatives(double[] y, double[] d) {
    double growth = y[GROWTH];
    double half = at(GROWTH_FACTOR_HALF_EFFECT);
    double effect = growth * (1 + half) / (growth + half);
    double room = Math.max(0, 1 - at(CROWDING) * (y[FIBROBLASTS] + y[MYOFIBROBLASTS]));
    double cleared = at(DEBRIS_CLEARANCE) * y[DEBRIS];
    d[DEBRIS] = -cleared;
    d[ALARM] = cleared - at(ALARM_DECAY) * y[ALARM];
    d[NEUTROPHILS] = at(NEUTROPHIL_RECRUITMENT) * y[ALARM] - at(NEUTROPHIL_DEATH) * y[NEUTROPHILS];
    d[INFLAMMATION] =
        at(INFLAMMATION_RELEASE)
                * (y[DEBRIS]
                    + at(INFLAMMATION_BY_NEUTROPHILS) * y[NEUTROPHILS]
                    + rates.byMacrophages * y[MACROPHAGES])
            - at(INFLAMMATION_DECAY) * y[INFLAMMATION];
    d[MACROPHAGES] =
        at(MACROPHAGE_RECRUITMENT) * y[INFLAMMATION] - at(MACROPHAGE_DEATH) * y[MACROPHAGES];
    d[GROWTH] =
        at(GROWTH_FACTOR_TURNOVER)
            * (y[MACROPHAGES] + rates.byMyofibroblasts * y[MYOFIBROBLASTS] - growth);
    d[FIBROBLASTS] =
        at(FIBROBLAST_RECRUITMENT) * effect * room - at(FIBROBLAST_LOSS) * y[FIBROBLASTS];
    d[MYOFIBROBLASTS] =
        at(MYOFIBROBLAST_DIFFERENTIATION) * y[FIBROBLASTS]
            - at(MYOFIBROBLAST_APOPTOSIS) * y[MYOFIBROBLASTS];
    d[COLLAGENASE] = at(COLLAGENASE_TURNOVER) * (y[INFLAMMATION] - y[COLLAGENASE]);
    d[PROCOLLAGEN] =
        at(COLLAGEN_PRODUCTION) * (at(COLLAGEN_BY_FIBROBLASTS) * y[FIBROBLASTS] + y[MYOFIBROBLASTS])
            - at(COLLAGEN_ASSEMBLY) * y[PROCOLLAGEN];
    double matured = at(COLLAGEN_MATURATION) * y[COLLAGEN_III];
    d[COLLAGEN_III] =
        at(COLLAGEN_ASSEMBLY) * y[PROCOLLAGEN]
            - matured
            - at(COLLAGENASE_EFFECT) * y[COLLAGENASE] * y[COLLAGEN_III];
    d[COLLAGEN_I] = matured - at(COLLAGEN_TURNOVER) * y[COLLAGEN_I];
    d[REDNESS] = at(REDNESS_DECAY) * (at(REDNESS_BY_INFLAMMATION) * y[INFLAMMATION] - y[REDNESS]);
    d[BARRIER] = -barrierRate * y[BARRIER];
    d[ELASTIN] =
        at(ELASTIN_PRODUCTION) * y[MYOFIBROBLASTS]
            - at(ELASTIN_LOSS) * y[COLLAGENASE] * (1 + y[ELASTIN]);
  }

  /** A Jacobian in which nothing is zero that is ever not. */
  static double[] example() {
    Rates rates = new Rates();
    Arrays.fill(rates.value, 1);
    rates.byMacrophages = 1;
    rates.byMyofibroblasts = 1;
    double[] y = new double[N];
    Arrays.fill(y, 0.1);
    double[] jacobian = new double[N * N];
    new HealingSystem(rates).jacobian(y, jacobian);
    return jacobian;
  }

  /**
   * Fills {@code j}, row by row, with the partial derivatives at {@code y}; what is always zero is
   * left as it is.
   */
  void jacobian(double[] y, double[] j) {
    double half = at(GROWTH_FACTOR_HALF_EFFECT);
    double growth = y[GROWTH];
    double effect = growth * (1 + half) / (growth + half);
    double slope = half * (1 + half) / ((growth + half) * (growth + half));
    double room = 1 - at(CROWDING) * (y[FIBROBLASTS] + y[MYOFIBROBLASTS]);
    double crowding = room > 0 ? at(CROWDING) : 0;
    double recruited = at(FIBROBLAST_RECRUITMENT);
    put(j, DEBRIS, DEBRIS, -at(DEBRIS_CLEARANCE));
    put(j, ALARM, DEBRIS, at(DEBRIS_CLEARANCE));
    put(j, ALARM, ALARM, -at(ALARM_DECAY));
    put(j, NEUTROPHILS, ALARM, at(NEUTROPHIL_RECRUITMENT));
    put(j, NEUTROPHILS, NEUTROPHILS, -at(NEUTROPHIL_DEATH));
    double release = at(INFLAMMATION_RELEASE);
    put(j, INFLAMMATION, DEBRIS, release);
    put(j, INFLAMMATION, NEUTROPHILS, release * at(INFLAMMATION_BY_NEUTROPHILS));
    put(j, INFLAMMATION, MACROPHAGES, release * rates.byMacrophages);
    put(j, INFLAMMATION, INFLAMMATION, -at(INFLAMMATION_DECAY));
    put(j, MACROPHAGES, INFLAMMATION, at(MACROPHAGE_RECRUITMENT));
    put(j, MACROPHAGES, MACROPHAGES, -at(MACROPHAGE_DEATH));
    double turnover = at(GROWTH_FACTOR_TURNOVER);
    put(j, GROWTH, MACROPHAGES, turnover);
    put(j, GROWTH, MYOFIBROBLASTS, turnover * rates.byMyofibroblasts);
    put(j, GROWTH, GROWTH, -turnover);
    put(j, FIBROBLASTS, GROWTH, recruited * slope * Math.max(0, room));
    put(j, FIBROBLASTS, FIBROBLASTS, -recruited * effect * crowding - at(FIBROBLAST_LOSS));
    put(j, FIBROBLASTS, MYOFIBROBLASTS, -recruited * effect * crowding);
    put(j, MYOFIBROBLASTS, FIBROBLASTS, at(MYOFIBROBLAST_DIFFERENTIATION));
    put(j, MYOFIBROBLASTS, MYOFIBROBLASTS, -at(MYOFIBROBLAST_APOPTOSIS));
    put(j, COLLAGENASE, INFLAMMATION, at(COLLAGENASE_TURNOVER));
    put(j, COLLAGENASE, COLLAGENASE, -at(COLLAGENASE_TURNOVER));
    put(j, PROCOLLAGEN, FIBROBLASTS, at(COLLAGEN_PRODUCTION) * at(COLLAGEN_BY_FIBROBLASTS));
    put(j, PROCOLLAGEN, MYOFIBROBLASTS, at(COLLAGEN_PRODUCTION));
    put(j, PROCOLLAGEN, PROCOLLAGEN, -at(COLLAGEN_ASSEMBLY));
    put(j, COLLAGEN_III, PROCOLLAGEN, at(COLLAGEN_ASSEMBLY));
    put(
        j,
        COLLAGEN_III,
        COLLAGEN_III,
        -at(COLLAGEN_MATURATION) - at(COLLAGENASE_EFFECT) * y[COLLAGENASE]);
    put(j, COLLAGEN_III, COLLAGENASE, -at(COLLAGENASE_EFFECT) * y[COLLAGEN_III]);
    put(j, COLLAGEN_I, COLLAGEN_III, at(COLLAGEN_MATURATION));
    put(j, COLLAGEN_I, COLLAGEN_I, -at(COLLAGEN_TURNOVER));
    put(j, REDNESS, INFLAMMATION, at(REDNESS_DECAY) * at(REDNESS_BY_INFLAMMATION));
    put(j, REDNESS, REDNESS, -at(REDNESS_DECAY));
    put(j, BARRIER, BARRIER, -barrierRate);
    put(j, ELASTIN, MYOFIBROBLASTS, at(ELASTIN_PRODUCTION));
    put(j, ELASTIN, COLLAGENASE, -at(ELASTIN_LOSS) * (1 + y[ELASTIN]));
    put(j, ELASTIN, ELASTIN, -at(ELASTIN_LOSS) * y[COLLAGENASE]);
  }

  private static void put(double[] j, int row, int column, double value) {
    j[row * N + column] = value;
  }
}
