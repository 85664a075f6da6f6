package org.percuta.clinic.demo;

/** How far a fictional person goes along with a course, if one can be planned. */
enum Ending {
  /** Goes home to think it over; the draft has not been offered. */
  DRAFT,
  /** Has the offer and has not decided. */
  THINKS,
  /** Says no to the offer. */
  DECLINES,
  /** Goes through with it. */
  GOES_ON,
  /** Ends it after two sessions. */
  STOPS,
  /** Withdraws the consent after two sessions. */
  WITHDRAWS
}
