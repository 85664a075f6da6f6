package org.percuta.clinic.demo;

/** What falls to a fictional person, whom the protocol then judges like anybody else. */
enum Lot {
  /** Called for the first time; most has not been asked. */
  ASKING,
  /** Nothing stands in the way. */
  WELL,
  /** Something that limits what is done. */
  LIMITED,
  /** Something that has to pass first. */
  DEFERRED,
  /** Something for which there is no treatment while it is so. */
  REFUSED,
  /** Something that a named clinician has to clear. */
  CLEARANCE,
  /** Asked, and does not know. */
  DOES_NOT_KNOW
}
