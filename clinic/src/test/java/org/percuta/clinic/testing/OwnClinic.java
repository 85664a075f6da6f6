package org.percuta.clinic.testing;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.staff.StaffAccounts;
import org.percuta.protocol.model.Knowledge;

/** A clinic of one test's own in the running application, so that no two tests share its data. */
public final class OwnClinic {

  private final RunningClinic running = RunningClinic.get();
  private final String slug = "own-" + UUID.randomUUID();
  private final Map<Role, UUID> staff = new EnumMap<>(Role.class);
  private final ClinicId id;

  public OwnClinic(String name) {
    id = accounts().createClinic(slug, name, RunningClinic.ZONE.getId());
  }

  public ClinicId id() {
    return id;
  }

  public RunningClinic running() {
    return running;
  }

  public <T> T in(Supplier<T> work) {
    return running.in(id, work);
  }

  public Visitor as(Role role) {
    return Visitor.following(running.address()).withSession(session(role));
  }

  /** A session's secret, for a browser. */
  public String session(Role role) {
    return running.bean(Sessions.class).begin(id, staff(role), role);
  }

  /** Who has this role; the account is made when it is first asked for. */
  public UUID staff(Role role) {
    return staff.computeIfAbsent(
        role,
        one ->
            accounts()
                .create(id, email(one), "Ada " + one.word(), one, RunningClinic.PASSWORD, false));
  }

  /** Somebody who answered every question of the protocol with no. */
  public UUID healthyPatient(String family) {
    UUID patient = running.patient(id, family);
    return in(() -> {
      running
          .bean(Knowledge.class)
          .facts()
          .keySet()
          .forEach(fact -> running.say(patient, fact, "NO"));
      return patient;
    });
  }

  private String email(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "@" + slug + ".example";
  }

  private StaffAccounts accounts() {
    return running.bean(StaffAccounts.class);
  }
}
