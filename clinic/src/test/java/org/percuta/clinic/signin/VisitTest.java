package org.percuta.clinic.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

class VisitTest extends ClinicAppTest {

  private final LinkSigner signer = bean(LinkSigner.class);

  @Test
  void theLinkAndTheDateOfBirthOpenTheOwnPage() {
    ClinicId clinic = newClinic();
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    String page =
        signedIn(clinic, Role.FRONT_DESK).post("/patients/" + patient + "/link", Map.of()).body();
    String link = page.replaceFirst("(?s).*(/visit/[A-Za-z0-9_.-]+).*", "$1");
    Visitor visitor = visitor();

    assertThat(visitor.get(link).location()).contains("/visit");
    assertThat(visitor.post("/visit", Map.of("born", "1991-04-02")).status()).isEqualTo(422);
    assertThat(visitor.post("/visit", Map.of("born", "1990-04-02")).location()).contains("/my");
    assertThat(visitor.get("/my").body()).contains("Hello Giulia");
    assertThat(visitor.get("/patients").status()).isEqualTo(403);
  }

  @Test
  void aLinkThatExpiredOrWasChangedOpensNothing() {
    ClinicId clinic = newClinic();
    UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
    Instant past = bean(Clock.class).instant().minusSeconds(1);
    String expired = new VisitLink(clinic, patient, past).signed(signer);
    String valid = new VisitLink(clinic, patient, past.plusSeconds(600)).signed(signer);
    String forged = (valid.charAt(9) == 'A' ? "B" : "A") + valid.substring(1);

    for (String token : new String[] {expired, forged, valid + "x", "x", ".", "a.b"}) {
      Visitor visitor = visitor();
      visitor.get("/visit/" + token);
      assertThat(visitor.get("/visit").body()).as(token).contains("no longer works");
      assertThat(visitor.post("/visit", Map.of("born", "1990-04-02")).body())
          .contains("no longer works");
    }
  }
}
