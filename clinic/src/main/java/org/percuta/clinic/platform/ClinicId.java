package org.percuta.clinic.platform;

import java.util.UUID;

/** One clinic of an installation. Every row of a clinic carries it. */
public record ClinicId(UUID value) {

  public static ClinicId of(String text) {
    return new ClinicId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
