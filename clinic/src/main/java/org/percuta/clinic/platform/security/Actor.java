package org.percuta.clinic.platform.security;

import java.time.ZoneId;
import java.util.UUID;
import org.percuta.clinic.platform.ClinicId;

/**
 * Who is calling: one person of one clinic, from one address. A controller that declares a
 * parameter of this type gets the caller.
 *
 * @param zone the clinic's time zone, in which its dates are meant
 * @param id of the staff member, or of the patient where the role is PATIENT
 * @param address the network address the request came from
 */
public record Actor(
    ClinicId clinic,
    String clinicName,
    ZoneId zone,
    UUID id,
    String name,
    Role role,
    boolean mustChangePassword,
    String address) {

  /** The clinic's own machinery, for example a job that sends messages. */
  public static Actor system(ClinicId clinic, String name) {
    return new Actor(
        clinic, "", ZoneId.of("UTC"), new UUID(0, 0), name, Role.OWNER, false, "system");
  }

  public boolean is(Role wanted) {
    return role == wanted;
  }

  /** Kind and id, as the audit keeps it. */
  public String label() {
    if (id.equals(new UUID(0, 0))) {
      return "system";
    }
    return (role == Role.PATIENT ? "patient:" : "staff:") + id;
  }
}
