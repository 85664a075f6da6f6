package org.percuta.skin.dosimetry;

/** How firmly the device is held to the skin. */
public enum Pressure {
  LIGHT,
  USUAL,
  FIRM
}
