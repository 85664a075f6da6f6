package org.percuta.clinic.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;

class KnowledgeBrowserTest extends ClinicAppTest {

  private final Knowledge shipped = bean(Knowledge.class);

  private ClinicId clinic;
  private Visitor clinician;

  @BeforeEach
  void aFreshClinic() {
    clinic = newClinic();
    clinician = signedIn(clinic, Role.CLINICIAN);
  }

  @Test
  void everyKindAndEveryItemHasItsPage() {
    for (ItemKind kind : ItemKind.values()) {
      Visitor.Answer list = clinician.get(kind.address());
      assertThat(list.status()).as(kind.key()).isEqualTo(200);
      // One page of each kind is enough: they are made in one way.
      for (Item item :
          kind.list(shipped).stream().limit(kind == ItemKind.RULES ? 100 : 2).toList()) {
        Visitor.Answer page = clinician.get(item.address());
        assertThat(page.status()).as(item.address()).isEqualTo(200);
        assertThat(page.body()).as(item.address()).contains(item.id());
      }
    }
  }

  @Test
  void aRuleLeadsToItsClaimsAndAClaimBackToItsRules() {
    String rule = clinician.get("/knowledge/kinds/rules/filler-recent").body();
    assertThat(rule)
        .contains("Wait after dermal filler: 4 weeks")
        .contains("/knowledge/trace/L-filler-2-4-weeks");
    Visitor.Answer trace = clinician.get("/knowledge/trace/L-filler-2-4-weeks");
    assertThat(trace.location()).contains("/knowledge/kinds/literature/L-filler-2-4-weeks");
    assertThat(clinician.get("/knowledge/kinds/literature/L-filler-2-4-weeks").body())
        .contains("/knowledge/settings/filler-after");
    assertThat(clinician.get("/knowledge/kinds/conflicts/A06").body())
        .contains("What Percuta does")
        .contains("/knowledge/settings/filler-after");
  }

  @Test
  void theSearchFindsByWordsAndByNumber() {
    assertThat(clinician.get("/knowledge?q=dermal+filler+wait").body())
        .contains("/knowledge/settings/filler-after");
    assertThat(clinician.get("/knowledge?q=S1-046").body())
        .contains("/knowledge/kinds/claims/S1-046");
    assertThat(clinician.get("/knowledge?q=xyzzy").body()).contains("Nothing found");
    assertThat(clinician.get("/knowledge?q=" + "a".repeat(500)).status()).isEqualTo(200);
    assertThat(clinician.get("/knowledge?q=skin&page=-3").status()).isEqualTo(200);
    assertThat(clinician.get("/knowledge?q=skin&page=99999999999").status()).isEqualTo(200);
    assertThat(clinician.get("/knowledge?q=%3Cscript%3E").body()).doesNotContain("<script>");
  }

  @Test
  void aClinicianStandsBehindAnItemThatNoSourceGives() {
    Item flag =
        ItemKind.RED_FLAGS.list(shipped).stream()
            .filter(item -> item.grade() == Grade.H)
            .findFirst()
            .orElseThrow();
    String page = clinician.get(flag.address()).body();
    assertThat(page).contains("Not yet approved");
    Matcher seen = Pattern.compile("name=\"fingerprint\" value=\"(\\w+)\"").matcher(page);
    assertThat(seen.find()).isTrue();
    assertThat(clinician.get("/knowledge/kinds/red-flags?open=1").body()).contains(flag.address());

    assertThat(
            clinician
                .post(flag.address() + "/approve", Map.of("fingerprint", "0".repeat(64)))
                .status())
        .as("it says something else than what was read")
        .isEqualTo(422);
    assertThat(
            clinician
                .post(
                    flag.address() + "/approve",
                    Map.of("fingerprint", seen.group(1), "note", "As we do it."))
                .status())
        .isEqualTo(302);

    assertThat(clinician.get(flag.address()).body())
        .contains("Ada Clinician")
        .contains("As we do it.");
    assertThat(clinician.get("/knowledge/kinds/red-flags?open=1").body())
        .doesNotContain(flag.address() + "\"");
    assertThat(signedIn(newClinic(), Role.CLINICIAN).get(flag.address()).body())
        .contains("Not yet approved");
    assertThat(signedIn(clinic, Role.OWNER).post(flag.address() + "/approve", Map.of()).status())
        .isEqualTo(403);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path :
        new String[] {"/kinds/nothing", "/kinds/rules/nothing", "/kinds/x/y", "/trace/S9-999"}) {
      assertThat(clinician.get("/knowledge" + path).status()).as(path).isEqualTo(404);
    }
    assertThat(clinician.post("/knowledge/kinds/claims/S1-046/approve", Map.of()).status())
        .isEqualTo(404);
  }
}
