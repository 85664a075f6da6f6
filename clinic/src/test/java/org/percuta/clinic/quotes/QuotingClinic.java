package org.percuta.clinic.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.OwnClinic;
import org.percuta.clinic.testing.Visitor;

/** A clinic with its owner and its front desk, and what they do in every test of this package. */
abstract class QuotingClinic {

  protected final OwnClinic clinic = new OwnClinic("Quoting Skin Clinic");
  protected final Visitor owner = clinic.as(Role.OWNER);
  protected final Visitor desk = clinic.as(Role.FRONT_DESK);

  protected Visitor.Answer offer(String course, Visitor.Answer draft) {
    return desk.post(course + "/quotes", hidden(draft));
  }

  /**
   * The hidden fields of a page's last form that has any; what a press of its button would send.
   */
  protected static Map<String, String> hidden(Visitor.Answer page) {
    Map<String, String> fields = new HashMap<>();
    Matcher field =
        Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(page.body());
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    return fields;
  }

  protected void save(Map<String, String> fields) {
    owner.get("/prices/edit");
    Visitor.Answer saved = owner.post("/prices", fields);
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
  }

  protected static Map<String, String> prices(Map<String, String> other) {
    Map<String, String> fields = new HashMap<>();
    fields.put("version", "0");
    fields.put("validFrom", "2026-11-23");
    fields.put("validDays", "30");
    fields.put("currency", "EUR");
    fields.put("concern-0", "acne-scars");
    fields.put("site-0", "cheeks");
    fields.put("amount-0", "250.00");
    fields.putAll(other);
    return fields;
  }

  protected String course(UUID patient) {
    return course(clinic.as(Role.CLINICIAN), patient);
  }

  protected static String course(Visitor clinician, UUID patient) {
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    String course =
        clinician
            .post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", ""))
            .path();
    clinician.post(course + "/step", Map.of("step", "OFFER", "version", "1"));
    clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return course;
  }
}
