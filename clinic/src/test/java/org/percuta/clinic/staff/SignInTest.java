package org.percuta.clinic.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

class SignInTest extends ClinicAppTest {

  private static final String PASSWORD = "correct horse battery";

  @Test
  void theRightPasswordOpensTheDayAndTheCookieIsOutOfReach() {
    String email = account(newClinic(), Role.CLINICIAN, false);
    Visitor visitor = visitor();

    Visitor.Answer answer = signIn(visitor, email.toUpperCase(java.util.Locale.ROOT), PASSWORD);

    assertThat(answer.location()).contains("/today");
    String cookie =
        answer.raw().headers().allValues("set-cookie").stream()
            .filter(header -> header.startsWith("percuta_session"))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(visitor.get("/today").status()).isEqualTo(200);
  }

  @Test
  void afterSigningInOneComesToThePageOneWanted() {
    String email = account(newClinic(), Role.CLINICIAN, false);
    Visitor visitor = visitor();

    assertThat(visitor.get("/patients/new").location()).contains("/sign-in");
    assertThat(signIn(visitor, email, PASSWORD).location().orElse("")).startsWith("/patients/new");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressReadTheSameAndTheAddressIsKept() {
    String email = account(newClinic(), Role.CLINICIAN, false);

    Visitor.Answer wrong = signIn(visitor(), email, "wrong");
    Visitor.Answer unknown = signIn(visitor(), "nobody-" + email, "wrong");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("is not right", "value=\"" + email + "\"");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body()).contains("is not right");
  }

  @Test
  void whoHasOnePasswordAtTwoClinicsChoosesOneAndNoOther() {
    String email = account(newClinic(), Role.CLINICIAN, false);
    ClinicId second = newClinic();
    UUID there = accounts.create(second, email, "Ada", Role.OWNER, PASSWORD, false);
    ClinicId third = newClinic();
    UUID elsewhere = accounts.create(third, email, "Ada", Role.OWNER, "another password", false);
    Visitor visitor = visitor();

    assertThat(signIn(visitor, email, PASSWORD).location()).contains("/sign-in/clinic");
    String page = visitor.get("/sign-in/clinic").body();
    assertThat(page)
        .contains("Which clinic today?", there.toString())
        .doesNotContain(elsewhere.toString());
    for (String choice :
        new String[] {"", "1", elsewhere.toString(), UUID.randomUUID().toString()}) {
      Visitor.Answer no = visitor.post("/sign-in/clinic", Map.of("account", choice));
      assertThat(no.status()).as(choice).isEqualTo(422);
      assertThat(no.body()).contains("Choose a clinic.");
    }
    assertThat(visitor.get("/today").location()).contains("/sign-in");

    assertThat(visitor.post("/sign-in/clinic", Map.of("account", there.toString())).location())
        .contains("/today");
    assertThat(visitor.get("/staff").body()).contains(email);
    assertThat(visitor.post("/sign-in/clinic", Map.of("account", there.toString())).body())
        .contains("took longer than five minutes");
    assertThat(signIn(visitor(), email, "another password").location()).contains("/today");
  }

  @Test
  void nobodyChoosesAClinicWithoutAProofOrAtAnAccountThatWasClosedMeanwhile() {
    String email = account(newClinic(), Role.CLINICIAN, false);
    ClinicId second = newClinic();
    UUID there = accounts.create(second, email, "Ada", Role.OWNER, PASSWORD, false);

    assertThat(visitor().get("/sign-in/clinic").body())
        .contains("Sign in again")
        .doesNotContain(there.toString());
    assertThat(visitor().withCookie("percuta_choosing", "forged").get("/sign-in/clinic").body())
        .contains("Sign in again");

    Visitor visitor = visitor();
    signIn(visitor, email, PASSWORD);
    signedIn(second, Role.OWNER).post("/staff/" + there + "/active", Map.of("active", "false"));
    assertThat(visitor.post("/sign-in/clinic", Map.of("account", there.toString())).status())
        .isEqualTo(422);
    assertThat(visitor.get("/today").location()).contains("/sign-in");
  }

  @Test
  void aProofFromBeforeAnotherPasswordCountsNoMore() {
    ClinicId first = newClinic();
    String email = account(first, Role.CLINICIAN, false);
    UUID there = accounts.create(newClinic(), email, "Ada", Role.OWNER, PASSWORD, false);
    UUID here =
        transactions.in(
            first, () -> sql.sql("select staff_id from staff").query(UUID.class).single());
    Visitor thief = visitor();
    assertThat(signIn(thief, email, PASSWORD).location()).contains("/sign-in/clinic");

    accounts.setPassword(first, here, "four new long words");

    assertThat(thief.get("/sign-in/clinic").body())
        .contains(there.toString())
        .doesNotContain(here.toString());
    assertThat(thief.post("/sign-in/clinic", Map.of("account", here.toString())).status())
        .isEqualTo(422);
  }

  @Test
  void guessingIsSlowedDownEvenWithTheRightPassword() throws Exception {
    String email = account(newClinic(), Role.CLINICIAN, false);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(visitor(), email, "guess " + i).body()).contains("is not right");
    }

    assertThat(signIn(visitor(), email, PASSWORD).body()).contains("Too many tries from here");
    forgetThrottle();
  }

  @Test
  void aFirstPasswordMustBeChangedAndOldSessionsEnd() {
    String email = account(newClinic(), Role.CLINICIAN, true);
    Visitor visitor = visitor();
    Visitor elsewhere = visitor();
    signIn(visitor, email, PASSWORD);
    signIn(elsewhere, email, PASSWORD);

    assertThat(visitor.get("/patients").location()).contains("/account/password");
    Visitor.Answer changed =
        visitor.post(
            "/account/password",
            Map.of(
                "current",
                PASSWORD,
                "password",
                "four new long words",
                "again",
                "four new long words"));

    assertThat(changed.location()).contains("/today");
    assertThat(visitor.get("/patients").status()).isEqualTo(200);
    assertThat(elsewhere.get("/today").location()).contains("/sign-in");
  }

  @Test
  void theFirstPasswordIsNotTakenAgainAsOnesOwn() {
    String email = account(newClinic(), Role.CLINICIAN, true);
    Visitor visitor = visitor();
    signIn(visitor, email, PASSWORD);

    Visitor.Answer same =
        visitor.post(
            "/account/password",
            Map.of("current", PASSWORD, "password", PASSWORD, "again", PASSWORD));

    assertThat(same.status()).isEqualTo(422);
    assertThat(same.text()).contains("This is the password you have now. Choose another one.");
    assertThat(visitor.get("/patients").location()).contains("/account/password");
  }

  @Test
  void whoForgotThePasswordGetsOneFromTheOwnerAndChangesIt() {
    ClinicId clinic = newClinic();
    String email = account(clinic, Role.CLINICIAN, false);
    UUID id =
        transactions.in(
            clinic, () -> sql.sql("select staff_id from staff").query(UUID.class).single());
    Visitor before = visitor();
    signIn(before, email, PASSWORD);
    Visitor owner = signedIn(clinic, Role.OWNER);
    String given = "given by the owner";

    assertThat(owner.get("/staff").text()).contains("Password forgotten");
    Map<String, String> sent = Map.of("colleague", id.toString(), "newPassword", given);
    assertThat(owner.post("/staff/password", sent).location()).contains("/staff");

    assertThat(before.get("/today").location()).contains("/sign-in");
    assertThat(signIn(visitor(), email, PASSWORD).body()).contains("is not right");
    Visitor after = visitor();
    signIn(after, email, given);
    assertThat(after.get("/patients").location()).contains("/account/password");
    assertThat(owner.get("/audit").text()).contains("new first password").doesNotContain(given);
  }

  @Test
  void theOwnerGivesNoPasswordToTheOtherClinicNorToHimselfNorAShortOne() {
    ClinicId elsewhere = newClinic();
    String email = account(elsewhere, Role.CLINICIAN, false);
    UUID stranger =
        transactions.in(
            elsewhere, () -> sql.sql("select staff_id from staff").query(UUID.class).single());
    ClinicId clinic = newClinic();
    UUID colleague = newStaff(clinic, "Bo", Role.PRACTITIONER);
    Visitor owner = signedIn(clinic, Role.OWNER);
    UUID self =
        transactions.in(
            clinic,
            () ->
                sql.sql("select staff_id from staff where role = 'OWNER'")
                    .query(UUID.class)
                    .single());

    for (String whose : new String[] {stranger.toString(), self.toString(), "x", ""}) {
      Visitor.Answer no =
          owner.post(
              "/staff/password", Map.of("colleague", whose, "newPassword", "given by the owner"));
      assertThat(no.status()).as(whose).isEqualTo(422);
      assertThat(no.text()).contains("Choose whose password it is.");
    }
    Visitor.Answer brief =
        owner.post(
            "/staff/password", Map.of("colleague", colleague.toString(), "newPassword", "short"));
    assertThat(brief.text()).contains("A password needs at least 12 characters.");
    assertThat(signIn(visitor(), email, PASSWORD).location()).contains("/today");
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    ClinicId clinic = newClinic();
    Visitor visitor = signedIn(clinic, Role.CLINICIAN);
    String token =
        visitor.cookies().stream()
            .filter(cookie -> cookie.getName().equals("percuta_session"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElseThrow();

    visitor.post("/sign-out", Map.of());

    assertThat(visitor().withSession(token).get("/today").location()).contains("/sign-in");
  }

  @Test
  void aClosedAccountIsOutAtOnce() {
    ClinicId clinic = newClinic();
    UUID id =
        accounts.create(clinic, UUID.randomUUID() + "@x.org", "B", Role.CLINICIAN, PASSWORD, false);
    Visitor leaver = visitor().withSession(sessions.begin(clinic, id, Role.CLINICIAN));
    assertThat(leaver.get("/today").status()).isEqualTo(200);

    signedIn(clinic, Role.OWNER).post("/staff/" + id + "/active", Map.of("active", "false"));

    assertThat(leaver.get("/today").location()).contains("/sign-in");
  }

  @Test
  void aFormWithoutItsTokenIsRefusedInWords() {
    Visitor.Answer answer =
        signedIn(newClinic(), Role.OWNER).postWithoutToken("/patients", Map.of("given", "x"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("This form is too old", "Go to today", "Sign out");
  }

  @Test
  void headersForbidInlineScriptAndFrames() {
    String policy =
        visitor().get("/").raw().headers().firstValue("content-security-policy").orElseThrow();

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
    assertThat(policy).doesNotContain("unsafe");
  }

  private String account(ClinicId clinic, Role role, boolean mustChange) {
    String email = UUID.randomUUID() + "@example.org";
    accounts.create(clinic, email, "Ada", role, PASSWORD, mustChange);
    return email;
  }

  private static Visitor.Answer signIn(Visitor visitor, String email, String password) {
    return visitor.post("/sign-in", Map.of("email", email, "password", password));
  }

  /** All tests come from one address. */
  private void forgetThrottle() throws java.sql.SQLException {
    try (var admin = superuser();
        var statement = admin.createStatement()) {
      statement.execute("delete from sign_in_throttle");
    }
  }
}
