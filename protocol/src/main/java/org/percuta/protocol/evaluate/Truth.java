package org.percuta.protocol.evaluate;

/** Three-valued truth. */
enum Truth {
  FALSE,
  UNKNOWN,
  TRUE
}
