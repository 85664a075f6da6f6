package org.percuta.clinic.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/** Where an auditor starts, and comes back to from a page that is not for the role. */
class AuditorTodayTest extends ClinicAppTest {

  @Test
  void anAuditorSeesWhatHappenedAndNoNameOfAPatient() {
    ClinicId clinic = newClinic();
    UUID patient = newPatient(clinic, "Sidonie", "Larkin", "1990-01-01");
    Visitor owner = signedIn(clinic, Role.OWNER);
    assertThat(owner.save("/patients/" + patient + "/export").statusCode()).isEqualTo(200);

    Visitor.Answer today = signedIn(clinic, Role.AUDITOR).get("/today");

    assertThat(today.text())
        .contains("Audit of the last 7 days", "1 copy handed out", "0 erasures none")
        .contains("Clinical content")
        .doesNotContain("Sidonie", "Larkin");
    assertThat(today.body())
        .contains("/audit?what=EXPORT", "/knowledge/settings?open=1")
        .doesNotContain("/knowledge/upgrade");
    assertThat(owner.get("/today").text()).doesNotContain("Audit of the last 7 days");
  }

  @Test
  void anotherClinicsEntriesAreNotCounted() {
    ClinicId busy = newClinic();
    UUID patient = newPatient(busy, "Sidonie", "Larkin", "1990-01-01");
    signedIn(busy, Role.OWNER).save("/patients/" + patient + "/export");

    assertThat(signedIn(newClinic(), Role.AUDITOR).get("/today").text())
        .contains("Nobody opened or changed anything in these days.");
  }

  @Test
  void aPageThatIsNotForTheRoleKeepsTheWayBack() {
    Visitor.Answer refused = signedIn(newClinic(), Role.AUDITOR).get("/staff");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text())
        .contains("Not for your role", "Go to today", "Sign out")
        .doesNotContain("Staff sign-in");
    ClinicId clinic = newClinic();
    UUID patient = newPatient(clinic, "Sidonie", "Larkin", "1990-01-01");
    assertThat(signedInPatient(clinic, patient).get("/today").text())
        .contains("Not for your role", "Go to your page")
        .doesNotContain("Staff sign-in");
    assertThat(visitor().get("/nothing-here").text()).contains("Staff sign-in");
  }
}
