package org.percuta.clinic.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/** The public pages while the database does not answer; only sending an enquiry has to wait. */
class WithoutDatabaseTest extends ClinicAppTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void everythingButTheEnquiryWorksAndTheEnquiryKeepsWhatWasTyped() {
    ClinicId clinic = newClinic();
    Visitor staff = signedIn(clinic, Role.OWNER);
    Visitor anna = visitor();
    Map<String, String> enquiry =
        new HashMap<>(
            Map.of(
                "clinic",
                clinic.toString(),
                "name",
                "Anna Example",
                "email",
                "anna@example.org",
                "consent",
                "yes"));

    running.signalDatabase("STOP");
    try {
      anna.post("/assess", Map.of("concern", "acne-scars"));
      anna.post("/assess/site", Map.of("site", "cheeks"));
      anna.post("/assess/questions/pregnant", Map.of("answer", "no"));
      for (String page :
          List.of(
              "/",
              "/assess",
              "/assess/check",
              "/assess/result",
              "/assess/result/safety",
              "/assess/plan.pdf",
              "/understand",
              "/understand/risks",
              "/understand/search?q=skin",
              "/recovery")) {
        assertThat(anna.get(page).status()).as(page).isEqualTo(200);
        if (!page.startsWith("/assess/")) {
          assertThat(staff.get(page).status()).as(page + " for somebody signed in").isEqualTo(200);
        }
      }
      long began = System.nanoTime();
      assertThat(anna.get("/assess/enquiry").status()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT);
      Visitor.Answer refused = anna.post("/assess/enquiry", enquiry);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).contains("nothing was sent").contains("Anna Example");
    } finally {
      running.signalDatabase("CONT");
    }

    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Visitor.Answer sent = anna.post("/assess/enquiry", enquiry);
    while (sent.status() != 302 && System.nanoTime() < end) {
      sent = anna.post("/assess/enquiry", enquiry);
    }
    assertThat(sent.location()).contains("/assess/enquiry/sent");
  }
}
