package org.percuta.clinic.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpCookie;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTest extends ClinicAppTest {

  private static final String PASSWORD = "correct horse battery";

  private OidcNode node;
  private TestProvider provider;

  /** The node comes up while the provider is down, says so, and needs no restart afterwards. */
  @BeforeAll
  void nodeBeforeProvider() throws Exception {
    node = new OidcNode(running, "oidc-node");
    Visitor early = new Visitor(node.address());
    assertThat(early.get("/sign-in").body()).contains("Sign in with Rosewood ID");
    Visitor.Answer answer = early.get("/sign-in/oidc");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).contains("Rosewood ID does not answer", "name=\"password\"");
    provider = node.startProvider();
  }

  @AfterAll
  void stop() throws Exception {
    node.close();
    provider.close();
  }

  @AfterEach
  void honestAgain() throws SQLException {
    provider.honest();
    try (var admin = superuser();
        var statement = admin.createStatement()) {
      statement.execute("delete from sign_in_throttle");
    }
  }

  @Test
  void whoTheProviderKnowsAndTheClinicTooIsSignedInHereAndOutAgain() {
    ClinicId clinic = newClinic();
    String email = account(clinic);
    Visitor browser = new Visitor(node.address());
    assertThat(browser.get("/patients/new").location()).contains("/sign-in");

    Visitor.Answer answer = signIn(browser, email);

    assertThat(answer.location().orElse("")).startsWith("/patients/new");
    assertThat(browser.get("/today").status()).isEqualTo(200);
    assertThat(audit(clinic))
        .anyMatch(entry -> entry.equals("SIGN_IN oidc " + node.providerAddress()));
    assertThat(browser.cookies()).noneMatch(cookie -> cookie.getName().equals("JSESSIONID"));
    browser.post("/sign-out", Map.of());
    assertThat(browser.get("/today").location()).contains("/sign-in");
  }

  @Test
  void anAddressKeptOutOfTheTokenIsAskedFor() {
    provider.putsAddressInToken(false);
    assertThat(signIn(new Visitor(node.address()), account(newClinic())).location())
        .contains("/today");

    provider.verifies(false);
    assertThat(signIn(new Visitor(node.address()), account(newClinic())).body())
        .contains("has not checked that");
  }

  @Test
  void nobodyIsMadeAnAccountAndAClosedOneStaysClosed() {
    ClinicId clinic = newClinic();
    String email = account(clinic);
    UUID id =
        transactions.in(
            clinic,
            () ->
                sql.sql("select staff_id from staff where email = ?")
                    .param(email)
                    .query(UUID.class)
                    .single());
    signedIn(clinic, Role.OWNER).post("/staff/" + id + "/active", Map.of("active", "false"));

    Visitor.Answer closed = signIn(new Visitor(node.address()), email);
    Visitor.Answer unknown = signIn(new Visitor(node.address()), "nobody@example.org");

    assertThat(closed.status()).isEqualTo(422);
    assertThat(closed.body()).contains("The account for " + email + " is closed");
    assertThat(audit(clinic)).anyMatch(entry -> entry.startsWith("SIGN_IN_REFUSED oidc"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body()).contains("There is no account for nobody@example.org here");
  }

  @Test
  void anUnverifiedAddressOpensNothing() {
    provider.verifies(false);

    Visitor.Answer answer = signIn(new Visitor(node.address()), account(newClinic()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Rosewood ID has not checked that");
  }

  @Test
  void whoSaysNothingOfVerifyingIsNotBelievedHere() {
    provider.saysWhetherVerified(false, false);

    Visitor.Answer answer = signIn(new Visitor(node.address()), account(newClinic()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("does not say whether it has checked that");
    provider.putsAddressInToken(false);
    assertThat(signIn(new Visitor(node.address()), account(newClinic())).body())
        .contains("does not say whether it has checked that");
  }

  @Test
  void whatTheTokenLeavesOpenIsAskedForAndANoHoldsWhereverItStands() {
    provider.saysWhetherVerified(false, true);
    assertThat(signIn(new Visitor(node.address()), account(newClinic())).location())
        .contains("/today");

    provider.verifies(false);
    assertThat(signIn(new Visitor(node.address()), account(newClinic())).body())
        .contains("Rosewood ID has not checked that");
  }

  @Test
  void whoHasAccountsAtTwoClinicsChoosesOneAfterTheProof() {
    ClinicId here = named("Rosewood North");
    ClinicId there = named("Rosewood South");
    String email = account(here);
    accounts.create(there, email, "Ada", Role.OWNER, PASSWORD, false);
    ClinicId closed = named("Closed Lane");
    UUID gone = accounts.create(closed, email, "Ada", Role.OWNER, PASSWORD, false);
    signedIn(closed, Role.OWNER).post("/staff/" + gone + "/active", Map.of("active", "false"));
    ClinicId strangers = named("Strangers Hill");
    account(strangers);
    Visitor browser = new Visitor(node.address());
    browser.get("/patients/new");

    assertThat(signIn(browser, email).location()).contains("/sign-in/clinic");
    assertThat(browser.cookies()).noneMatch(cookie -> cookie.getName().equals("percuta_session"));
    String page = browser.get("/sign-in/clinic").body();

    assertThat(page)
        .contains("Rosewood North", "Rosewood South", staffId(here, email), staffId(there, email))
        .doesNotContain("Closed Lane", "Strangers Hill");
    Visitor.Answer answer =
        browser.post("/sign-in/clinic", Map.of("account", staffId(there, email)));
    assertThat(answer.location().orElse("")).startsWith("/patients/new");
    assertThat(browser.get("/staff").body()).contains(email);
    assertThat(audit(there))
        .anyMatch(entry -> entry.equals("SIGN_IN oidc " + node.providerAddress()));
    assertThat(audit(here)).noneMatch(entry -> entry.startsWith("SIGN_IN "));
  }

  private ClinicId named(String name) {
    return accounts.createClinic("c-" + UUID.randomUUID(), name, "Europe/Rome");
  }

  private String staffId(ClinicId clinic, String email) {
    return transactions
        .in(
            clinic,
            () ->
                sql.sql("select staff_id from staff where email = ?")
                    .param(email)
                    .query(UUID.class)
                    .single())
        .toString();
  }

  @Test
  void aTokenThatIsNotForThisSignInIsRefused() throws SQLException {
    Map<String, Consumer<JwtClaimsSet.Builder>> lies = new LinkedHashMap<>();
    lies.put("another nonce", token -> token.claim("nonce", "another"));
    lies.put("no nonce", token -> token.claims(all -> all.remove("nonce")));
    lies.put("another audience", token -> token.audience(List.of("somebody-else")));
    lies.put("another issuer", token -> token.issuer("https://evil.example"));
    Instant past = Instant.now().minusSeconds(1_200);
    lies.put("expired", token -> token.issuedAt(past).expiresAt(past.plusSeconds(600)));
    lies.put("no such address", token -> token.claim("email", "x\u0000@example.org"));
    for (Map.Entry<String, Consumer<JwtClaimsSet.Builder>> lie : lies.entrySet()) {
      provider.lies(lie.getValue());
      assertRefused(lie.getKey(), signIn(new Visitor(node.address()), account(newClinic())));
      honestAgain();
    }
    provider.signsWithOwnKey(false);
    assertRefused("another key", signIn(new Visitor(node.address()), account(newClinic())));
    honestAgain();
    assertThat(signIn(new Visitor(node.address()), account(newClinic())).location())
        .contains("/today");
  }

  @Test
  void anAnswerBelongsToOneBrowserAndCountsOnce() {
    String email = account(newClinic());
    Visitor attacker = new Visitor(node.address());
    String answer = answerOf(attacker, email);
    Visitor victim = new Visitor(node.address());

    assertThat(victim.get(answer).body()).contains("began in another browser");
    victim.get("/sign-in/oidc");
    assertRefused("another browser's state", victim.get(answer));
    String state = parameter(attacker.get("/sign-in/oidc").location().orElseThrow(), "state");
    String stolen = answer.replaceFirst("state=[^&]+", "state=" + state);
    assertRefused("another sign-in's code, without its verifier", attacker.get(stolen));

    Visitor honest = new Visitor(node.address());
    String once = answerOf(honest, email);
    String cookie =
        honest.cookies().stream()
            .filter(one -> one.getName().equals("percuta_oidc"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElseThrow();
    assertThat(honest.get(once).location()).contains("/today");
    assertThat(honest.get(once).body()).contains("began in another browser");
    assertRefused(
        "a code used twice",
        new Visitor(node.address()).withCookie("percuta_oidc", cookie).get(once));
  }

  @Test
  void whoTurnsBackOrBringsGarbageIsToldSo() throws SQLException {
    Visitor browser = new Visitor(node.address());
    String state = parameter(browser.get("/sign-in/oidc").location().orElseThrow(), "state");
    String issuer = "&iss=" + node.providerAddress();
    assertThat(
            browser.get("/sign-in/oidc/return?error=access_denied&state=" + state + issuer).body())
        .contains("Rosewood ID did not sign you in");

    for (String garbage :
        List.of("", "?code=", "?state=&code=x", "?code=x&code=y&state=z", "?error=&state=%00")) {
      browser.get("/sign-in/oidc");
      assertThat(browser.get("/sign-in/oidc/return" + garbage).status()).as(garbage).isEqualTo(422);
      honestAgain();
    }
    browser.get("/sign-in/oidc");
    String other = parameter(browser.get("/sign-in/oidc").location().orElseThrow(), "state");
    assertRefused(
        "another issuer's answer",
        browser.get("/sign-in/oidc/return?code=x&state=" + other + "&iss=https://evil.example"));
  }

  @Test
  void withoutSettingsThereIsNothingOfIt() {
    assertThat(visitor().get("/sign-in").body()).doesNotContain("oidc");
    assertThat(visitor().get("/sign-in/oidc").status()).isEqualTo(404);
    assertThat(visitor().get("/sign-in/oidc/return?code=x&state=y").status()).isEqualTo(404);
  }

  @Test
  void settingsThatCannotBeMeantEndTheStart() {
    assertThatThrownBy(() -> new OidcSettings("http://id.example", "percuta", null, null, false))
        .hasMessageContaining("is not an https address");
    assertThatThrownBy(() -> new OidcSettings("https://id.example", " ", null, null, false))
        .hasMessageContaining("client-id must be set");
    OidcSettings settings =
        new OidcSettings("https://id.example", "percuta", "s3cret", null, false);
    assertThat(settings.toString()).doesNotContain("s3cret");
    assertThat(settings.title()).isEqualTo("id.example");
    assertThatThrownBy(() -> new OidcSettings(null, null, null, null, true))
        .hasMessageContaining("no percuta.oidc.issuer");
    assertThatThrownBy(() ->
            new OidcWay(
                settings, new DefaultApplicationArguments("--percuta.oidc.clientSecret=s3cret")))
        .hasMessageContaining("PERCUTA_OIDC_CLIENTSECRET")
        .hasMessageNotContaining("s3cret");
  }

  private static void assertRefused(String lie, Visitor.Answer answer) {
    assertThat(answer.status()).as(lie).isEqualTo(422);
    assertThat(answer.body()).as(lie).contains("could not be checked");
    assertThat(answer.raw().headers().allValues("set-cookie"))
        .as(lie)
        .noneMatch(cookie -> cookie.startsWith("percuta_session"));
  }

  private Visitor.Answer signIn(Visitor browser, String email) {
    return browser.get(answerOf(browser, email));
  }

  /** Goes to the provider, signs in there, and gives the address that it sends the browser to. */
  private String answerOf(Visitor browser, String email) {
    String asked = browser.get("/sign-in/oidc").location().orElseThrow();
    Visitor atProvider = new Visitor(node.providerAddress());
    atProvider.postWithoutToken(
        "/login", Map.of("username", email, "password", TestProvider.PASSWORD));
    String answer =
        atProvider.get(asked.replace(node.providerAddress(), "")).location().orElseThrow();
    assertThat(answer).startsWith(node.address() + "/sign-in/oidc/return?code=");
    return answer.replace(node.address(), "");
  }

  private static String parameter(String address, String name) {
    for (String pair : URI.create(address).getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    throw new AssertionError("No " + name + " in " + address);
  }

  private String account(ClinicId clinic) {
    String email = UUID.randomUUID() + "@example.org";
    accounts.create(clinic, email, "Ada", Role.CLINICIAN, PASSWORD, false);
    return email;
  }

  private List<String> audit(ClinicId which) {
    return transactions.in(
        which,
        () ->
            sql.sql("select action || ' ' || detail from audit_entry order by seq")
                .query(String.class)
                .list());
  }
}
