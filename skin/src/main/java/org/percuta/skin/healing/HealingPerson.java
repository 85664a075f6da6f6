package org.percuta.skin.healing;

/**
 * Who heals.
 *
 * @param age years
 * @param phototype Fitzpatrick 1 to 6
 */
public record HealingPerson(double age, int phototype) {

  /** The person of the published cohorts, for whom no modifier acts. */
  public static final HealingPerson REFERENCE = new HealingPerson(35, 2);
}
