package org.percuta.skin.dosimetry;

/** What the thickness tables divide by; unknown takes both and widens. */
public enum Sex {
  FEMALE,
  MALE,
  UNKNOWN
}
