package org.percuta.clinic.demo;

/** A turn in a person's story that another chapter can join in after, in the same transaction. */
enum Turn {
  ADDED,
  CONSULTED,
  OFFERED,
  ACCEPTED,
  HELD,
  COMPLETED,
  STOPPED
}
