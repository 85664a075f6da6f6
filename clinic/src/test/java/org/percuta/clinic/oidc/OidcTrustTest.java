package org.percuta.clinic.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/** A node whose operator said that the provider's addresses are its organisation's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTrustTest extends ClinicAppTest {

  private OidcNode node;
  private TestProvider provider;

  @BeforeAll
  void trusting() throws Exception {
    node =
        new OidcNode(
            running,
            "oidc-trusting-node",
            "--percuta.oidc.trust-addresses-without-email-verified=true");
    provider = node.startProvider();
  }

  @AfterAll
  void stop() throws Exception {
    node.close();
    provider.close();
  }

  @AfterEach
  void honestAgain() {
    provider.honest();
  }

  @Test
  void anAddressOfWhichTheProviderSaysNothingIsThePersonsAndTheAuditSaysSo() {
    ClinicId clinic = newClinic();
    provider.saysWhetherVerified(false, false);
    assertThat(signIn(account(clinic)).location()).contains("/today");
    provider.putsAddressInToken(false);
    assertThat(signIn(account(clinic)).location()).contains("/today");

    assertThat(
            transactions.in(
                clinic,
                () ->
                    sql.sql("select detail from audit_entry where action = 'SIGN_IN'")
                        .query(String.class)
                        .list()))
        .hasSize(2)
        .allMatch(detail -> detail.endsWith(" without email_verified"));
  }

  @Test
  void anAddressThatTheProviderSaysIsNotVerifiedIsRefusedAllTheSame() {
    provider.verifies(false);
    assertNotChecked(signIn(account(newClinic())));
    provider.saysWhetherVerified(false, true);
    assertNotChecked(signIn(account(newClinic())));
    provider.putsAddressInToken(false);
    assertNotChecked(signIn(account(newClinic())));
    provider.honest();
    for (Object notYes : new Object[] {"false", "true", 0, 1, ""}) {
      provider.lies(token -> token.claim("email_verified", notYes));
      assertNotChecked(signIn(account(newClinic())));
    }
    provider.honest();
    provider.putsAddressInToken(false);
    provider.saysWhetherVerified(true, false);
    provider.lies(token -> token.claim("email_verified", false));
    assertNotChecked(signIn(account(newClinic())));
  }

  private static void assertNotChecked(Visitor.Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Rosewood ID has not checked that");
    assertThat(answer.raw().headers().allValues("set-cookie"))
        .noneMatch(cookie -> cookie.startsWith("percuta_session"));
  }

  private Visitor.Answer signIn(String email) {
    Visitor browser = new Visitor(node.address());
    String asked = browser.get("/sign-in/oidc").location().orElseThrow();
    Visitor atProvider = new Visitor(node.providerAddress());
    atProvider.postWithoutToken(
        "/login", Map.of("username", email, "password", TestProvider.PASSWORD));
    String answer =
        atProvider.get(asked.replace(node.providerAddress(), "")).location().orElseThrow();
    return browser.get(answer.replace(node.address(), ""));
  }

  private String account(ClinicId clinic) {
    String email = UUID.randomUUID() + "@example.org";
    accounts.create(clinic, email, "Ada", Role.CLINICIAN, "correct horse battery", false);
    return email;
  }
}
