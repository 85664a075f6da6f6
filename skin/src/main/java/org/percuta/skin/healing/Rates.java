package org.percuta.skin.healing;

import static org.percuta.skin.HealingParameter.*;

import org.percuta.skin.HealingParameter;
import org.percuta.skin.SkinParameters;

/**
 * The healing parameters of one person, as one array in the order of {@link HealingParameter}, with
 * age and phototype already applied. An ensemble fills the same array again and again.
 */
final class Rates {

  private static final double SLOWEST_SHARE = 0.3;

  final double[] value = new double[HealingParameter.values().length];

  /** Growth factor released by myofibroblasts relative to macrophages. */
  double byMyofibroblasts;

  /** Inflammatory signal released by macrophages relative to debris. */
  double byMacrophages;

  /** The best estimates. */
  static Rates of(SkinParameters parameters) {
    Rates rates = new Rates();
    for (HealingParameter parameter : HealingParameter.values()) {
      rates.value[parameter.ordinal()] = parameters.get(parameter.id()).value();
    }
    return rates;
  }

  double get(HealingParameter parameter) {
    return value[parameter.ordinal()];
  }

  void set(HealingParameter parameter, double newValue) {
    value[parameter.ordinal()] = newValue;
  }

  /**
   * Makes the two loops as strong as their gains say, before anything slows them; then slows
   * recruitment with age and barrier recovery with phototype; both slopes are recalled and vary in
   * an ensemble like any other parameter.
   */
  void apply(HealingPerson person) {
    double half = get(GROWTH_FACTOR_HALF_EFFECT);
    double loop =
        get(FIBROBLAST_RECRUITMENT)
            * (1 + half)
            / half
            * get(MYOFIBROBLAST_DIFFERENTIATION)
            / (get(FIBROBLAST_LOSS) * get(MYOFIBROBLAST_APOPTOSIS));
    byMyofibroblasts = get(GROWTH_FACTOR_FEEDBACK) / loop;
    byMacrophages =
        get(INFLAMMATION_FEEDBACK)
            * get(INFLAMMATION_DECAY)
            * get(MACROPHAGE_DEATH)
            / (get(INFLAMMATION_RELEASE) * get(MACROPHAGE_RECRUITMENT));
    double decades = Math.max(0, person.age() - get(AGE_REFERENCE)) / 10;
    scale(FIBROBLAST_RECRUITMENT, Math.max(SLOWEST_SHARE, 1 - decades * get(AGE_SLOWING)));
    double darker = Math.max(0, person.phototype() - 3);
    scale(BARRIER_RECOVERY_90, 1 + darker * get(PHOTOTYPE_BARRIER));
  }

  /** Factor by which redness is seen on this phototype. */
  double rednessSeen(HealingPerson person) {
    return Math.max(0, 1 - Math.max(0, person.phototype() - 2) * get(PHOTOTYPE_REDNESS));
  }

  private void scale(HealingParameter parameter, double factor) {
    value[parameter.ordinal()] *= factor;
  }
}
