package org.percuta.clinic.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/** What is sent to a clinic, and what never is. */
class EnquiryTest extends ClinicAppTest {

  @Test
  void nothingIsStoredBeforeItIsSentAndThenTheClinicReadsItAlone() throws SQLException {
    ClinicId clinic = newClinic();
    ClinicId other = newClinic();
    long before = stored();
    Visitor anna = started();
    anna.post("/assess/questions/pregnant", Map.of("answer", "no"));
    anna.get("/assess/result");
    anna.get("/assess/enquiry");
    assertThat(stored()).isEqualTo(before);

    Visitor.Answer sent = anna.post("/assess/enquiry", whole(clinic));

    assertThat(sent.location()).contains("/assess/enquiry/sent");
    assertThat(anna.get("/assess/enquiry/sent").body()).contains("The clinic has your enquiry");
    assertThat(stored()).isEqualTo(before + 1);
    assertThat(signedIn(clinic, Role.FRONT_DESK).get("/enquiries").body())
        .contains("Anna Example")
        .contains("Acne scars, cheeks");
    assertThat(signedIn(other, Role.OWNER).get("/enquiries").body())
        .doesNotContain("Anna Example")
        .contains("No enquiry is open");
    assertThat(signedIn(clinic, Role.OWNER).get("/audit").body())
        .contains("enquiry:")
        .contains("Public website");
  }

  @Test
  void everyFieldSaysWhatIsWrongAndKeepsWhatWasTyped() throws SQLException {
    ClinicId clinic = newClinic();
    long before = stored();
    Visitor anna = started();
    for (Map.Entry<String, String> wrong :
        Map.of(
                "name",
                "",
                "email",
                "nobody",
                "phone",
                "call me",
                "consent",
                "",
                "clinic",
                "x",
                "message",
                "m".repeat(3000))
            .entrySet()) {
      Map<String, String> fields = whole(clinic);
      fields.put(wrong.getKey(), wrong.getValue());
      Visitor.Answer answer = anna.post("/assess/enquiry", fields);
      assertThat(answer.status()).as(wrong.getKey()).isEqualTo(422);
      assertThat(answer.body())
          .contains("There is a problem")
          .contains("href=\"#" + wrong.getKey() + "\"");
    }
    Map<String, String> noWayBack = whole(clinic);
    noWayBack.remove("email");
    noWayBack.put("name", "An\u0000na");
    assertThat(anna.post("/assess/enquiry", noWayBack).status()).isEqualTo(422);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void tooManyFromOneAddressAreNotStored() throws SQLException {
    ClinicId clinic = newClinic();
    Visitor anna = started();
    for (int i = 0; i < 5; i++) {
      assertThat(anna.post("/assess/enquiry", whole(clinic)).status()).isEqualTo(302);
    }
    long before = stored();

    Visitor.Answer sixth = anna.post("/assess/enquiry", whole(clinic));

    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.body()).contains("Wait an hour").contains("Anna Example");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void theListIsForStaffOfThatClinic() {
    ClinicId clinic = newClinic();
    assertThat(visitor().get("/enquiries").location()).contains("/sign-in");
    assertThat(signedIn(clinic, Role.AUDITOR).get("/enquiries").status()).isEqualTo(403);
    for (Role role : List.of(Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK)) {
      assertThat(signedIn(clinic, role).get("/enquiries").status()).isEqualTo(200);
    }
  }

  private Map<String, String> whole(ClinicId clinic) {
    return new HashMap<>(
        Map.of(
            "clinic",
            clinic.toString(),
            "name",
            "Anna Example",
            "email",
            "anna@example.org",
            "message",
            "Mornings please",
            "consent",
            "yes"));
  }

  private Visitor started() {
    Visitor anna = visitor();
    anna.post("/assess", Map.of("concern", "acne-scars"));
    anna.post("/assess/site", Map.of("site", "cheeks"));
    return anna;
  }

  private long stored() throws SQLException {
    try (Connection all = superuser();
        ResultSet count = all.createStatement().executeQuery("select count(*) from enquiry")) {
      count.next();
      return count.getLong(1);
    }
  }
}
