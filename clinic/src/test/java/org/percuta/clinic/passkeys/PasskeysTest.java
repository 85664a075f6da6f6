package org.percuta.clinic.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

class PasskeysTest extends ClinicAppTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String LIST = "/account/passkeys";
  private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("/account/passkeys/([0-9a-f-]{36})/remove");

  private ClinicId clinic;
  private UUID ada;
  private Visitor signedIn;
  private SoftKey key;

  @BeforeEach
  void somebodyWithAKey() {
    clinic = newClinic();
    ada = account(clinic);
    signedIn = visitor().withSession(sessions.begin(clinic, ada, Role.CLINICIAN));
    key = new SoftKey("http://localhost:" + port);
  }

  /** All tests come from one address. */
  @AfterEach
  void forgetThrottle() throws SQLException {
    try (var admin = superuser();
        var statement = admin.createStatement()) {
      statement.execute("delete from sign_in_throttle");
    }
  }

  @Test
  void whoAddedAPasskeySignsInWithItAndBothAreInTheAudit() {
    assertThat(add(signedIn, key).location()).contains(LIST);
    assertThat(signedIn.get(LIST).body()).contains("Laptop in room 2", "Never used");
    key.count = 1;
    Visitor browser = visitor();

    Visitor.Answer answer = signIn(browser, key);

    assertThat(answer.location()).contains("/today");
    assertThat(browser.get("/today").status()).isEqualTo(200);
    assertThat(browser.get(LIST).body()).doesNotContain("Never used");
    UUID passkey = onlyPasskey(browser);
    assertThat(audit(clinic))
        .contains("ADD passkey:" + passkey + " staff:" + ada)
        .contains("SIGN_IN staff:" + ada + " passkey " + passkey);
  }

  @Test
  void oneComesToThePageOneWanted() {
    add(signedIn, key);
    Visitor browser = visitor();
    browser.get("/patients/new");

    assertThat(signIn(browser, key).location().orElse("")).startsWith("/patients/new");
  }

  @Test
  void aKeyThatCountsBackwardsIsACopyAndStaysOut() {
    key.count = 7;
    add(signedIn, key);
    key.count = 8;
    assertThat(signIn(visitor(), key).location()).contains("/today");

    assertThat(signIn(visitor(), key).body()).contains("counts backwards");
    key.count = 7;
    assertThat(signIn(visitor(), key).body()).contains("counts backwards");
    assertThat(audit(clinic)).anyMatch(entry -> entry.endsWith("count of signatures went back"));
    key.count = 9;
    assertThat(signIn(visitor(), key).location()).contains("/today");
  }

  @Test
  void anAnswerCountsOnceAlsoFromAKeyThatDoesNotCount() {
    add(signedIn, key);
    Visitor browser = visitor();
    String question = browser.get("/sign-in/passkey").body();
    String cookie =
        browser.cookies().stream()
            .filter(one -> one.getName().equals("percuta_passkey"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElseThrow();
    Map<String, String> answer = Map.of("credential", key.sign(question));
    assertThat(browser.post("/sign-in/passkey", answer).location()).contains("/today");

    Visitor thief = visitor().withCookie("percuta_passkey", cookie);
    Visitor.Answer again = thief.post("/sign-in/passkey", answer);

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("could not be checked");
    assertThat(thief.get("/today").location()).contains("/sign-in");
    assertThat(audit(clinic)).anyMatch(entry -> entry.endsWith("answered twice"));
    assertThat(visitor().post("/sign-in/passkey", answer).body()).contains("five minutes");
  }

  @Test
  void whatIsForgedIsRefused() throws SQLException {
    add(signedIn, key);
    Map<String, Consumer<SoftKey>> lies = new LinkedHashMap<>();
    lies.put("another site", one -> one.origin = "https://evil.example");
    lies.put("another port", one -> one.origin = "http://localhost:1");
    lies.put("another party", one -> one.rpId = "evil.example");
    lies.put("nobody verified", one -> one.flags = SoftKey.PRESENT);
    lies.put("nobody there", one -> one.flags = SoftKey.VERIFIED);
    lies.put("another ceremony", one -> one.type = "webauthn.create");
    for (Map.Entry<String, Consumer<SoftKey>> lie : lies.entrySet()) {
      SoftKey liar = new SoftKey(key.origin);
      Visitor owner = visitor().withSession(sessions.begin(clinic, ada, Role.CLINICIAN));
      add(owner, liar);
      lie.getValue().accept(liar);
      assertRefused(lie.getKey(), signIn(visitor(), liar));
      forgetThrottle();
    }

    assertRefused("another key", signIn(visitor(), key.impostor()));
    String other = visitor().get("/sign-in/passkey").body();
    Visitor browser = visitor();
    browser.get("/sign-in/passkey");
    assertRefused(
        "another question",
        browser.post("/sign-in/passkey", Map.of("credential", key.sign(other))));
    UUID colleague = account(clinic);
    Visitor third = visitor();
    String question = third.get("/sign-in/passkey").body();
    assertRefused(
        "in a colleague's name",
        third.post(
            "/sign-in/passkey",
            Map.of("credential", key.signAs(question, SoftKey.handle(colleague)))));
    assertThat(signIn(visitor(), key).location()).contains("/today");
  }

  @Test
  void garbageIsRefusedInWords() throws SQLException {
    for (String garbage :
        List.of(
            "",
            "x",
            "{}",
            "[]",
            "null",
            "{\"id\":1}",
            "{\"rawId\":\"%%\",\"response\":{}}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"authenticatorData\":\"AA\",\"clientDataJSON\":\"AA\",\"signature\":\"AA\"}}",
            "{".repeat(15_000),
            "x".repeat(20_000))) {
      Visitor browser = visitor();
      browser.get("/sign-in/passkey");
      assertThat(browser.post("/sign-in/passkey", Map.of("credential", garbage)).status())
          .as(garbage.substring(0, Math.min(40, garbage.length())))
          .isEqualTo(422);
      begin(signedIn);
      assertThat(signedIn.post(LIST, Map.of("credential", garbage)).status()).isEqualTo(422);
      forgetThrottle();
    }
    assertThat(
            visitor().withCookie("percuta_passkey", "x").post("/sign-in/passkey", Map.of()).body())
        .contains("five minutes");
  }

  @Test
  void aRemovedPasskeyIsUnknown() {
    add(signedIn, key);
    assertThat(signedIn.post(remove(onlyPasskey(signedIn)), Map.of()).location()).contains(LIST);

    assertThat(signIn(visitor(), key).body()).contains("not known here");
    assertThat(signedIn.get(LIST).body()).contains("You have no passkey yet");
    assertThat(audit(clinic)).anyMatch(entry -> entry.startsWith("WITHDRAW passkey:"));
  }

  @Test
  void aClosedAccountStaysOut() {
    add(signedIn, key);
    signedIn(clinic, Role.OWNER).post("/staff/" + ada + "/active", Map.of("active", "false"));

    Visitor.Answer answer = signIn(visitor(), key);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Your account is closed");
    assertThat(audit(clinic)).anyMatch(entry -> entry.endsWith("account closed"));
  }

  @Test
  void nobodyElseCanRemoveOneNorAddItAgain() {
    add(signedIn, key);
    UUID passkey = onlyPasskey(signedIn);
    ClinicId other = newClinic();
    Visitor stranger = signedIn(other, Role.OWNER);
    Visitor colleague = signedIn(clinic, Role.OWNER);

    assertThat(stranger.post(remove(passkey), Map.of()).status()).isEqualTo(404);
    assertThat(colleague.post(remove(passkey), Map.of()).status()).isEqualTo(404);
    assertThat(colleague.get(LIST).body()).contains("You have no passkey yet");
    assertThat(add(stranger, key).body()).contains("added before");
    Visitor browser = visitor();
    String question = browser.get("/sign-in/passkey").body();
    assertThat(
            browser
                .post(
                    "/sign-in/passkey",
                    Map.of("credential", key.signAs(question, SoftKey.handle(ada))))
                .location())
        .contains("/today");
    assertThat(audit(other)).noneMatch(entry -> entry.contains("passkey"));
  }

  @Test
  void addingNeedsThePasswordAndOnesOwnBeginning() {
    Visitor.Answer wrong =
        signedIn.post(LIST + "/new", Map.of("name", "Phone", "password", "guess"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("This is not your password", "value=\"Phone\"");
    assertThat(signedIn.get(LIST + "/new").location()).contains(LIST);

    String options = begin(signedIn);
    String cookie =
        signedIn.cookies().stream()
            .filter(one -> one.getName().equals("percuta_passkey_new"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElseThrow();
    Visitor colleague = signedIn(clinic, Role.OWNER).withCookie("percuta_passkey_new", cookie);
    assertThat(colleague.post(LIST, Map.of("credential", key.make(options))).body())
        .contains("Begin again");
    assertThat(colleague.get(LIST).body()).contains("You have no passkey yet");
  }

  @Test
  void aKeyThatVerifiedNobodyIsNotAdded() {
    key.flags = SoftKey.PRESENT;

    assertThat(add(signedIn, key).body()).contains("could not be checked");
  }

  @Test
  void guessingAPasswordByAddingIsSlowedDown() {
    for (int i = 0; i < 5; i++) {
      signedIn.post(LIST + "/new", Map.of("name", "x", "password", "guess " + i));
    }

    assertThat(signedIn.post(LIST + "/new", Map.of("name", "x", "password", PASSWORD)).body())
        .contains("Too many tries");
  }

  @Test
  void atAnAddressWhereABrowserWouldRefuseThemNothingIsOffered() {
    Visitor elsewhere = new Visitor("http://127.0.0.1:" + port);

    assertThat(visitor().get("/sign-in").body()).contains("Sign in with a passkey");
    assertThat(elsewhere.get("/sign-in").body()).doesNotContain("passkey");
    assertThat(elsewhere.get("/sign-in/passkey").status()).isEqualTo(404);
  }

  private static void assertRefused(String lie, Visitor.Answer answer) {
    assertThat(answer.status()).as(lie).isEqualTo(422);
    assertThat(answer.body()).as(lie).contains("could not be checked");
    assertThat(answer.raw().headers().allValues("set-cookie"))
        .as(lie)
        .noneMatch(cookie -> cookie.startsWith("percuta_session"));
  }

  private Visitor.Answer add(Visitor who, SoftKey with) {
    return who.post(LIST, Map.of("credential", with.make(begin(who))));
  }

  private static String begin(Visitor who) {
    who.post(LIST + "/new", Map.of("name", "Laptop in room 2", "password", PASSWORD));
    Matcher options = OPTIONS.matcher(who.get(LIST + "/new").body());
    assertThat(options.find()).isTrue();
    return options.group(1).replace("&quot;", "\"").replace("&#34;", "\"");
  }

  private static Visitor.Answer signIn(Visitor browser, SoftKey with) {
    String question = browser.get("/sign-in/passkey").body();
    return browser.post("/sign-in/passkey", Map.of("credential", with.sign(question)));
  }

  private static UUID onlyPasskey(Visitor who) {
    Matcher id = ID.matcher(who.get(LIST).body());
    assertThat(id.find()).isTrue();
    return UUID.fromString(id.group(1));
  }

  private static String remove(UUID passkey) {
    return LIST + "/" + passkey + "/remove";
  }

  private UUID account(ClinicId which) {
    return accounts.create(
        which, UUID.randomUUID() + "@example.org", "Ada", Role.CLINICIAN, PASSWORD, false);
  }

  private List<String> audit(ClinicId which) {
    return transactions.in(
        which,
        () ->
            sql.sql(
                    "select action || ' ' || subject || ' ' || detail from audit_entry order by seq")
                .query(String.class)
                .list());
  }
}
