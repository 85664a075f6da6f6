package org.percuta.skin;

/** The numbers dosimetry needs besides those of a device and a site. */
public enum DoseParameter {
  PENETRATION_ROLLER("penetration.roller"),
  PENETRATION_PEN("penetration.pen"),
  PENETRATION_STAMP("penetration.stamp"),
  PENETRATION_PATCH("penetration.patch"),
  SETTING_TOLERANCE_MM("penetration.setting-tolerance"),
  PRESSURE_LIGHT("penetration.pressure-light"),
  PRESSURE_FIRM("penetration.pressure-firm"),
  SPEED_CV("kinematics.speed-cv"),
  STRIP_JITTER_CM("kinematics.strip-jitter"),
  TURNAROUND_SHARE("kinematics.turnaround-share"),
  PRESS_TIME_S("kinematics.press-time"),
  ROLLER_SPEED_CM_S("kinematics.roller-speed"),
  PEN_SPEED_CM_S("kinematics.pen-speed"),
  MAX_SPEED_CM_S("kinematics.max-speed"),
  WEAR_TIME_MIN("kinematics.wear-time"),
  UNDERTREATED_BELOW("coverage.undertreated-below"),
  OVERTREATED_ABOVE("coverage.overtreated-above"),
  OPENING_SHARE("channel.opening-share"),
  BLEEDING_PER_CHANNEL("bleeding.per-channel"),
  CLOSURE_UNCOVERED_LOW_H("closure.uncovered-low"),
  CLOSURE_UNCOVERED_HIGH_H("closure.uncovered-high"),
  CLOSURE_DYE_SLOPE("closure.dye-slope"),
  CLOSURE_DYE_AT_REFERENCE_H("closure.dye-at-reference"),
  CLOSURE_DYE_REFERENCE_MM("closure.dye-reference"),
  CLOSURE_COVERED_H("closure.covered"),
  CLOSURE_PHOTOTYPE_SLOPE("closure.phototype-slope"),
  CORNEUM_SHARE("skin.corneum-share"),
  PAPILLARY_SHARE("skin.papillary-share"),
  AGE_THINNING("skin.age-thinning"),
  REFERENCE_AGE("skin.reference-age");

  private final String id;

  DoseParameter(String id) {
    this.id = id;
  }

  /** The id under {@code knowledge/parameters}. */
  public String id() {
    return id;
  }
}
