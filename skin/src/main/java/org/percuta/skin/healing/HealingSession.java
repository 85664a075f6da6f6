package org.percuta.skin.healing;

import org.percuta.skin.dosimetry.Dose;

/**
 * One session of a course.
 *
 * @param day from the course's start, not negative
 * @param woundedFraction share of the dermis set healing, 0 to 1
 * @param openedShare share of the surface opened, 0 to 1
 * @param depth_mm nominal depth
 */
public record HealingSession(
    double day, double woundedFraction, double openedShare, double depth_mm) {

  /** A session of this dose. */
  public static HealingSession of(Dose dose, double day) {
    return new HealingSession(
        day, dose.woundedFraction().mean(), dose.coverage().mean(), dose.setting().depth_mm());
  }
}
