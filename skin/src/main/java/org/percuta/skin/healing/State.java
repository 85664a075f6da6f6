package org.percuta.skin.healing;

/**
 * What the model follows, all as surplus over rest, so that rest is zero throughout. Cells and
 * signals are relative to their peak after the reference session, collagen to all collagen at rest.
 */
public enum State {
  DEBRIS,
  ALARM,
  NEUTROPHILS,
  INFLAMMATION,
  MACROPHAGES,
  GROWTH_FACTOR,
  FIBROBLASTS,
  MYOFIBROBLASTS,
  COLLAGENASE,
  PROCOLLAGEN,
  COLLAGEN_III,
  COLLAGEN_I,
  REDNESS,
  BARRIER_DEFICIT,
  /** Surplus of elastin over rest; the only one that may be negative. */
  ELASTIN;

  static final int COUNT = values().length;
}
