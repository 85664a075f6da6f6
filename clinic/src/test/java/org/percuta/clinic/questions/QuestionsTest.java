package org.percuta.clinic.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;
import org.percuta.clinic.testing.Visitor;

/** Asking a patient in the clinic. */
class QuestionsTest extends ClinicAppTest {

  private final ClinicId clinic = newClinic();
  private final Visitor practitioner = signedIn(clinic, Role.PRACTITIONER);
  private final UUID patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02");
  private final String own = "/patients/" + patient + "/questions";

  @Test
  void sixPagesMakeARecordThatAVerdictCanBeGivenOn() {
    String next = practitioner.get(own).location().orElseThrow();
    int pages = 0;
    while (next.startsWith(own)) {
      assertThat(++pages).isLessThanOrEqualTo(6);
      next = practitioner.post(next, Map.of("rest", "no")).location().orElseThrow();
    }

    assertThat(next).isEqualTo("/patients/" + patient + "#facts");
    assertThat(practitioner.get(own).location()).contains("/patients/" + patient + "#facts");
    assertThat(
            practitioner
                .get("/patients/" + patient + "/verdict?concern=acne-scars&site=cheeks")
                .body())
        .doesNotContain("Cannot tell");
  }

  @Test
  void aYesIsSavedWithItsDetailsAndWhatWasLeftOutStaysOpen() {
    practitioner.post(
        own + "/medicines",
        Map.of(
            "aspirin", "YES",
            "aspirin.last", "2026-11-20",
            "aspirin.supply", "PRESCRIBED",
            "ibuprofen", "NO",
            "fish-oil", "UNKNOWN"));

    assertThat(said("aspirin"))
        .singleElement()
        .satisfies(fact -> {
          assertThat(fact.last()).isEqualTo("2026-11-20");
          assertThat(fact.supply()).isEqualTo("PRESCRIBED");
          assertThat(fact.saidBy()).isEqualTo("Giulia Rossi");
          assertThat(fact.recordedBy()).isNotEqualTo("Giulia Rossi");
        });
    assertThat(said("nsaid")).isEmpty();
    String page = practitioner.get(own + "/medicines").body();
    assertThat(page)
        .contains("name=\"nsaid\"")
        .doesNotContain("name=\"aspirin\"")
        .doesNotContain("name=\"ibuprofen\"")
        .contains("name=\"fish-oil\" value=\"UNKNOWN\" checked");
    practitioner.post(own + "/medicines", Map.of("fish-oil", "UNKNOWN"));
    assertThat(said("fish-oil")).as("said once").hasSize(1);
  }

  @Test
  void whoKnowsItThemselvesSaysSo() {
    practitioner.post(own + "/health", Map.of("diabetes", "NO", "saidBy", "me"));

    assertThat(said("diabetes"))
        .singleElement()
        .satisfies(fact -> assertThat(fact.saidBy()).isEqualTo(fact.recordedBy()));
  }

  @Test
  void whatIsWrongIsSaidBesideItNothingIsSavedAndWhatWasTypedIsKept() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "aspirin.last", "2027-01-01",
                "aspirin.supply", "STOLEN",
                "isotretinoin.last", "soon",
                "isotretinoin.since", "2026-12")
            .entrySet()) {
      String fact = wrong.getKey().substring(0, wrong.getKey().indexOf('.'));
      Visitor.Answer answer =
          practitioner.post(
              own + "/medicines",
              Map.of(fact, "YES", wrong.getKey(), wrong.getValue(), "nsaid", "NO"));
      assertThat(answer.status()).as(wrong.getKey()).isEqualTo(422);
      assertThat(answer.body())
          .contains("href=\"#" + wrong.getKey() + "\"")
          .contains("name=\"nsaid\" value=\"NO\" checked");
    }
    assertThat(
            practitioner
                .post(
                    own + "/skin",
                    Map.of("eczema", "YES", "eczema.since", "2020", "eczema.until", "2019"))
                .body())
        .contains("It cannot end before it began");
    assertThat(
            practitioner
                .post(own + "/skin", Map.of("eczema", "YES", "eczema.site", "moon"))
                .status())
        .isEqualTo(422);
    assertThat(practitioner.get(own + "/nothing").status()).isEqualTo(404);
    assertThat(said("nsaid")).isEmpty();
    assertThat(said("eczema")).isEmpty();
  }

  @Test
  void whatAnotherPersonAnsweredMeanwhileIsNotAnsweredAgain() {
    Visitor other = signedIn(clinic, Role.CLINICIAN);
    other.post(own + "/health", Map.of("pregnant", "UNKNOWN"));
    other.post(own + "/health", Map.of("pregnant", "YES", "asked", "pregnant diabetes"));

    Visitor.Answer second =
        practitioner.post(own + "/health", Map.of("asked", "pregnant diabetes", "rest", "no"));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("Somebody else answered meanwhile").contains("Pregnancy");
    assertThat(said("diabetes")).isEmpty();
    assertThat(said("pregnant"))
        .singleElement()
        .extracting(PatientFact::said)
        .isEqualTo(PatientFact.Said.YES);
  }

  @Test
  void aFormSentTwiceSavesOnce() {
    Map<String, String> answers = Map.of("pregnant", "NO", "asked", "pregnant");

    assertThat(practitioner.post(own + "/health", answers).status()).isEqualTo(302);
    assertThat(practitioner.post(own + "/health", answers).status()).isEqualTo(302);

    assertThat(
            transactions.in(
                clinic, () -> bean(PatientFacts.class).listHistory(patient).stream().toList()))
        .hasSize(1);
  }

  @Test
  void anotherClinicAndTheFrontDeskCannotAsk() {
    Visitor stranger = signedIn(newClinic(), Role.OWNER);

    assertThat(stranger.get(own + "/health").status()).isEqualTo(404);
    assertThat(stranger.post(own + "/health", Map.of("pregnant", "NO")).status()).isEqualTo(404);
    assertThat(signedIn(clinic, Role.FRONT_DESK).get(own + "/health").status()).isEqualTo(403);
    assertThat(said("pregnant")).isEmpty();
  }

  private List<PatientFact> said(String fact) {
    return transactions.in(
        clinic,
        () ->
            bean(PatientFacts.class).listCurrent(patient).stream()
                .filter(one -> one.fact().equals(fact))
                .toList());
  }
}
