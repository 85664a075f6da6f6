package org.percuta.clinic.clearances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class ClearancePagesTest {

  private final RunningClinic running = RunningClinic.get();
  private final Visitor clinician = running.as(Role.CLINICIAN);

  @Test
  void whatAClearanceLiftsIsShownBeforeItIsRecorded() {
    UUID patient = with("Nickel", "metal-allergy");
    String verdict = "/patients/" + patient + "/verdict?concern=acne-scars&site=cheeks";
    assertThat(clinician.get(verdict).body())
        .contains("about=metal-allergy-review\">Record the clearance");

    Visitor.Answer sure = send(patient, Map.of("about", "metal-allergy-review"));
    assertThat(sure.text())
        .contains("Is this what you mean?")
        .contains("cleared by Clinician Here, clinician, 23 November 2026 to 20 May 2027")
        .contains("Allergy to metal")
        .contains("Permitted on 23 November 2026");
    assertThat(clinician.get(own(patient)).text()).contains("None has been recorded");

    Visitor.Answer recorded = record(patient, Map.of("about", "metal-allergy-review"));
    assertThat(recorded.path()).isEqualTo(own(patient));
    assertThat(recorded.text()).contains("Counts").contains("Patch test of the needle: nothing.");
    assertThat(clinician.get(verdict).text())
        .contains("Lifted by a clearance")
        .contains("cleared by Clinician Here");
    assertThat(clinician.get(verdict + "&as-of=2027-05-21").text())
        .contains("Not before a named clinician clears it");
  }

  @Test
  void aReasonThatAnotherDoctorLiftsIsAskedOfThatDoctor() {
    UUID patient = with("Otherwise", "cancer-history");
    String form = own(patient) + "/new?concern=acne-scars&site=cheeks&about=";
    assertThat(clinician.get(form + "cancer-review").body())
        .contains("(lifted by a physician)")
        .containsPattern("value=\"OUTSIDE\" checked");
    UUID allergic = with("Nickeline", "metal-allergy");
    assertThat(
            clinician
                .get(
                    own(allergic)
                        + "/new?concern=acne-scars&site=cheeks&about=metal-allergy-review")
                .body())
        .containsPattern("value=\"SELF\" checked");
  }

  @Test
  void aClearanceForAFactNamesEveryRuleItWouldEverLift() {
    UUID patient = running.healthyPatient("Schmerz");
    running.inClinic(() ->
        running
            .sql()
            .sql(
                "insert into patient_fact (clinic_id, patient_id, fact, answer, last, supply,"
                    + " said_by, source, recorded_by, recorded_at) values (current_clinic(), ?,"
                    + " 'ibuprofen', 'YES', '2026-11-22', 'BOUGHT', 'Anna', 'STAFF', 'Test',"
                    + " clock_timestamp())")
            .param(patient)
            .update());
    Visitor.Answer all =
        send(
            patient,
            Map.of(
                "about",
                "ibuprofen",
                "giver",
                "OUTSIDE",
                "by",
                "Dr B. Outside",
                "role",
                "PHYSICIAN"));
    assertThat(all.text())
        .contains("It also lifts, whenever they come up")
        .contains("Of each rule it lifts what rests on what it names");
    Visitor.Answer one =
        send(
            patient,
            Map.of(
                "about",
                "ibuprofen-bought",
                "giver",
                "OUTSIDE",
                "by",
                "Dr B. Outside",
                "role",
                "PHYSICIAN"));
    assertThat(one.text())
        .contains("Is this what you mean?")
        .doesNotContain("whenever they come up");
  }

  @Test
  void aClearanceOfOneFactLeavesWhatAnotherMakesStand() {
    UUID patient = with("Herpes", "cold-sore-history");
    Map<String, String> decided =
        Map.of(
            "about",
            "cold-sore-history",
            "giver",
            "OUTSIDE",
            "by",
            "Dr D. Outside",
            "role",
            "PHYSICIAN");
    assertThat(send(patient, decided).text())
        .contains("Is this what you mean?")
        .contains("Cold sores in the past, face to be treated");

    running.inClinic(() ->
        running
            .sql()
            .sql(
                "insert into patient_fact (clinic_id, patient_id, fact, answer, until, said_by,"
                    + " source, recorded_by, recorded_at) values (current_clinic(), ?,"
                    + " 'cold-sore-active', 'YES', '2026-11-10', 'Anna', 'STAFF', 'Test',"
                    + " clock_timestamp())")
            .param(patient)
            .update());
    Visitor.Answer half = send(patient, decided);
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.text()).contains("would still stand, because it does not rest on this alone");
    Map<String, String> whole = new HashMap<>(decided);
    whole.put("about", "cold-sore-before");
    assertThat(send(patient, whole).text()).contains("Is this what you mean?");
  }

  @Test
  void onlyTheRoleThatARuleAsksForLiftsIt() {
    UUID patient = with("Schuppen", "psoriasis");
    // At the site it is refused as well, and that stays.
    Visitor.Answer own = send(patient, Map.of("about", "psoriasis-elsewhere-or-past"));
    assertThat(own.status()).isEqualTo(422);
    assertThat(own.text()).contains("can be lifted by a physician only.");
    assertThat(own.body()).contains("Patch test of the needle: nothing.");
    Visitor.Answer outside =
        send(
            patient,
            Map.of(
                "about",
                "psoriasis-elsewhere-or-past",
                "giver",
                "OUTSIDE",
                "by",
                "Dr C. Skin",
                "role",
                "DERMATOLOGIST"));
    assertThat(outside.text())
        .contains("cleared by Dr C. Skin, dermatologist")
        .contains("What still stands")
        .contains("Psoriasis at the site")
        .contains("Not permitted on what is known");
  }

  @Test
  void whatIsRefusedOrNotAskedForCannotBeCleared() {
    UUID patient = with("Schwanger", "pregnant");
    assertThat(send(patient, Map.of("about", "pregnant")).text()).contains("cannot be cleared");
    assertThat(send(patient, Map.of("about", "metal-allergy")).text())
        .contains("No reason of this verdict is about it");
    assertThat(send(patient, Map.of("about", "moon-phase")).text())
        .contains("No rule of the protocol is about this");
    assertThat(clinician.get(own(patient)).text()).contains("None has been recorded");
  }

  @Test
  void badInputIsAnsweredBesideTheField() {
    UUID patient = with("Eingabe", "metal-allergy");
    Visitor.Answer bad =
        send(
            patient,
            Map.of(
                "about",
                "",
                "giver",
                "OUTSIDE",
                "by",
                "",
                "role",
                "CLINICIAN",
                "on",
                "2026-12-24",
                "expires",
                "2026-11-22",
                "reason",
                ""));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.text())
        .contains("Enter what is cleared.")
        .contains("Enter the name of who gave it.")
        .contains("A clinician of this clinic records their own decision.")
        .contains("24 December 2026 has not come yet.")
        .contains("22 November 2026 has passed.")
        .contains("Enter the reason.");
    assertThat(send(patient, Map.of("concern", "no-such")).status()).isEqualTo(422);
    assertThat(send(patient, Map.of("about", "metal-allergy-review", "as-of", "2027-12-01")).text())
        .contains("not on 1 December 2027, the date of treatment asked about.");
    assertThat(clinician.get(own(patient) + "/new").status()).isEqualTo(422);
  }

  @Test
  void aClearanceIsWithdrawnOnceWithAReason() {
    UUID patient = with("Zurueck", "metal-allergy");
    record(patient, Map.of("about", "metal-allergy-review"));
    UUID id =
        running.inClinic(() ->
            running
                .sql()
                .sql("select clearance_id from clearance where patient_id = ?")
                .param(patient)
                .query(UUID.class)
                .single());
    String withdraw = own(patient) + "/" + id + "/withdraw";
    assertThat(clinician.post(withdraw, Map.of()).text()).contains("Enter why it is withdrawn.");
    Map<String, String> why = Map.of("reason-" + id, "The patch turned red.");
    assertThat(clinician.post(withdraw, why).text())
        .contains("Withdrawn by Clinician Here")
        .contains("The patch turned red.");
    assertThat(clinician.post(withdraw, why).text()).contains("It was withdrawn already.");
    assertThat(
            clinician
                .get("/patients/" + patient + "/verdict?concern=acne-scars&site=cheeks")
                .text())
        .contains("Not before a named clinician clears it");
    assertThat(clinician.post(own(patient) + "/" + UUID.randomUUID() + "/withdraw", why).status())
        .isEqualTo(404);
  }

  @Test
  void othersReadAtMost() {
    UUID patient = with("Rollen", "metal-allergy");
    record(patient, Map.of("about", "metal-allergy-review"));
    Visitor practitioner = running.as(Role.PRACTITIONER);
    assertThat(practitioner.get(own(patient)).text())
        .contains("Allergy to metal")
        .doesNotContain("Withdraw the clearance");
    assertThat(practitioner.post(own(patient), fields(Map.of())).status()).isEqualTo(403);
    assertThat(running.as(Role.OWNER).post(own(patient), fields(Map.of())).status()).isEqualTo(403);
    assertThat(running.as(Role.FRONT_DESK).get(own(patient)).status()).isEqualTo(403);
    Visitor stranger = running.fromOther(Role.CLINICIAN);
    stranger.get("/patients");
    assertThat(stranger.get(own(patient)).status()).isEqualTo(404);
    assertThat(stranger.post(own(patient), fields(Map.of())).status()).isEqualTo(404);
  }

  private UUID with(String family, String fact) {
    UUID patient = running.healthyPatient(family);
    running.inClinic(() -> {
      running.say(patient, fact, "YES");
      return true;
    });
    return patient;
  }

  private static Map<String, String> fields(Map<String, String> other) {
    Map<String, String> fields = new HashMap<>();
    fields.put("concern", "acne-scars");
    fields.put("site", "cheeks");
    fields.put("as-of", "2026-11-23");
    fields.put("giver", "SELF");
    fields.put("on", "2026-11-23");
    fields.put("expires", "2027-05-20");
    fields.put("reason", "Patch test of the needle: nothing.");
    fields.putAll(other);
    return fields;
  }

  private Visitor.Answer send(UUID patient, Map<String, String> other) {
    clinician.get(own(patient));
    clinician.get(own(patient) + "/new?concern=acne-scars&site=cheeks");
    return clinician.post(own(patient), fields(other));
  }

  private Visitor.Answer record(UUID patient, Map<String, String> other) {
    Visitor.Answer sure = send(patient, other);
    Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(sure.body());
    assertThat(seen.find()).as(sure.text()).isTrue();
    Map<String, String> fields = fields(other);
    fields.put("seen", seen.group(1));
    return clinician.post(own(patient), fields);
  }

  private static String own(UUID patient) {
    return "/patients/" + patient + "/clearances";
  }
}
