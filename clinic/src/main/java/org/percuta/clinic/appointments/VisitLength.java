package org.percuta.clinic.appointments;

/**
 * How long a visit takes, in minutes.
 *
 * @param numbing from cream on to cream off
 * @param handsOn needling itself
 * @param setUp laying out before and clearing away after
 */
public record VisitLength(int numbing, int handsOn, int setUp) {

  /** Minutes of one row of the calendar; every visit begins and ends on one. */
  static final int STEP = 15;

  /** Rounded up to whole rows. */
  public int minutes() {
    int all = numbing + handsOn + setUp;
    return Math.max(STEP, (all + STEP - 1) / STEP * STEP);
  }
}
