package org.percuta.protocol.model;

import java.util.EnumSet;
import java.util.Set;

/** Who can record a clearance. A specialist covers what a physician covers, and so on. */
public enum Role {
  CLINICIAN,
  PRESCRIBER,
  PHYSICIAN,
  DERMATOLOGIST,
  ONCOLOGIST,
  HAEMATOLOGIST;

  private static final Set<Role> PHYSICIANS =
      EnumSet.of(PHYSICIAN, DERMATOLOGIST, ONCOLOGIST, HAEMATOLOGIST);

  /** Whether somebody of this role can give the clearance that {@code asked} is asked for. */
  public boolean covers(Role asked) {
    return switch (asked) {
      case CLINICIAN -> true;
      case PHYSICIAN -> PHYSICIANS.contains(this);
      case PRESCRIBER, DERMATOLOGIST, ONCOLOGIST, HAEMATOLOGIST -> this == asked;
    };
  }
}
