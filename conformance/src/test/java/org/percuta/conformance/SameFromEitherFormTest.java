package org.percuta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.percuta.fhir.read.FhirReader;
import org.percuta.fhir.read.FhirReading;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.io.Findings;
import org.percuta.protocol.io.Intake;
import org.percuta.protocol.io.IntakeReader;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.quantity.PartialDate;

/** The same person gives the same verdict, whether coded in FHIR or written in an intake file. */
class SameFromEitherFormTest {

  private static final Knowledge KNOWLEDGE = KnowledgeReader.shipped().knowledge();
  private static final Screening SCREENING = new Screening(KNOWLEDGE);
  private static final LocalDate ON = LocalDate.of(2026, 11, 21);
  private static final Goal GOAL = Goal.inClinic("acne-scars", "cheeks");
  private static final String SNOMED = "http://snomed.info/sct";
  private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

  private record Case(String name, String outcome, String rule, String fhir, String facts) {}

  private static final Stream<Case> CASES =
      Stream.of(
          new Case(
              "pregnancy",
              "refused",
              "pregnancy-refused",
              condition(SNOMED, "77386006", "\"onsetDateTime\":\"2026-07-01\""),
              "pregnant: {answer: yes, since: 2026-07-01}"),
          new Case(
              "active cold sore",
              "deferred",
              "cold-sore-now",
              condition(ICD_10_CM, "B00.1", "\"onsetDateTime\":\"2026-11-18\""),
              "cold-sore-active: {answer: yes, since: 2026-11-18}, cold-sore-history: yes"),
          new Case(
              "active acne",
              "deferred",
              "acne-active-at-site",
              condition(ICD_10_CM, "L70.0", "\"onsetDateTime\":\"2026-10\""),
              "acne-active: {answer: yes, since: 2026-10}"),
          new Case(
              "open wound",
              "deferred",
              "open-wound-at-site",
              condition(ICD_10_CM, "S01.401A", "\"onsetDateTime\":\"2026-11-20\""),
              "open-wound: {answer: yes, since: 2026-11-20}"),
          new Case(
              "skin infection",
              "deferred",
              "skin-infection-at-site",
              condition(ICD_10_CM, "L01.00", "\"onsetDateTime\":\"2026-11-20\""),
              "skin-infection: {answer: yes, since: 2026-11-20}"),
          new Case(
              "bleeding disorder",
              "needs-clearance",
              "bleeding-disorder-review",
              condition(ICD_10_CM, "D68.0", "\"onsetDateTime\":\"2001\""),
              "bleeding-disorder: {answer: yes, since: 2001}"),
          new Case(
              "keloid history",
              "needs-clearance",
              "keloid-review",
              condition(ICD_10_CM, "L91.0", "\"onsetDateTime\":\"2015\""),
              "keloid-history: {answer: yes, since: 2015}, raised-scars: {answer: yes, since: 2015}"),
          new Case(
              "eczema at the site",
              "refused",
              "eczema-at-site",
              condition(ICD_10_CM, "L20.9", "\"onsetDateTime\":\"2026-01\""),
              "eczema: {answer: yes, since: 2026-01}"),
          new Case(
              "psoriasis at the site",
              "refused",
              "psoriasis-at-site",
              condition(ICD_10_CM, "L40.0", "\"onsetDateTime\":\"2026-01\""),
              "psoriasis: {answer: yes, since: 2026-01}"),
          new Case(
              "isotretinoin now",
              "refused",
              "isotretinoin-current",
              medicine("6064", "active", "\"authoredOn\":\"2026-08-01\""),
              "isotretinoin: {answer: yes, since: 2026-08-01, prescribed: yes}"),
          new Case(
              "chemotherapy now",
              "refused",
              "chemotherapy-under-way",
              condition(ICD_10_CM, "Z51.11", "\"onsetDateTime\":\"2026-09\""),
              "chemotherapy: {answer: yes, since: 2026-09}"),
          new Case(
              "anaesthetic allergy",
              "permitted-with-limits",
              "anaesthetic-allergy-no-numbing",
              """
              {"resource":{"resourceType":"AllergyIntolerance","id":"a","patient":{"reference":"Patient/p"},
               "code":{"coding":[{"system":"%s","code":"6387"}]}}}\
              """
                  .formatted(RXNORM),
              "anaesthetic-allergy: yes"));

  @TestFactory
  Stream<DynamicTest> theFormDoesNotMatter() {
    return CASES.map(c ->
        DynamicTest.dynamicTest(
            c.name(),
            () -> {
              Verdict fromFhir = SCREENING.screen(fromFhir(c), GOAL, ON);
              Verdict fromIntake = SCREENING.screen(fromIntake(c), GOAL, ON);
              assertThat(fromFhir.outcome().key()).isEqualTo(c.outcome());
              assertThat(deciding(fromFhir)).contains(c.rule()).isEqualTo(deciding(fromIntake));
              assertThat(fromFhir.outcome()).isEqualTo(fromIntake.outcome());
              assertThat(fromFhir.from()).isEqualTo(fromIntake.from());
            }));
  }

  private static Set<String> deciding(Verdict verdict) {
    return verdict.reasons().stream()
        .filter(r -> r.rule().effect() != Effect.INFORM)
        .map(r -> r.rule().id())
        .collect(Collectors.toSet());
  }

  private static PatientRecord fromFhir(Case c) {
    String bundle =
        """
        {"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Patient","id":"p","birthDate":"1990-04-02"}},
        %s]}\
        """
            .formatted(c.fhir());
    FhirReading reading =
        FhirReader.of(KNOWLEDGE).read(bundle.getBytes(StandardCharsets.UTF_8), c.name());
    assertThat(reading.findings()).isEmpty();
    return complete(reading.record());
  }

  private static PatientRecord fromIntake(Case c) {
    String intake = "patient: {birthDate: 1990-04-02}\nfacts: {" + c.facts() + "}\n";
    Findings findings = new Findings();
    PatientRecord record =
        IntakeReader.read(c.name(), intake.getBytes(StandardCharsets.UTF_8), KNOWLEDGE, findings)
            .map(Intake::record)
            .orElseThrow(() -> new AssertionError(findings.list()));
    return complete(record);
  }

  private static PatientRecord complete(PatientRecord record) {
    Patient had = record.patient();
    PartialDate born = had.birthDate();
    return new PatientRecord(
        new Patient("p", born, null, 2, 70.0),
        record.statements(),
        List.of(),
        EnumSet.allOf(FactGroup.class));
  }

  private static String condition(String system, String code, String onset) {
    return """
    {"resource":{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},
     "clinicalStatus":{"coding":[{"code":"active"}]},
     "code":{"coding":[{"system":"%s","code":"%s"}]},%s}}\
    """
        .formatted(system, code, onset);
  }

  private static String medicine(String rxnorm, String status, String authored) {
    return """
    {"resource":{"resourceType":"MedicationRequest","id":"m","subject":{"reference":"Patient/p"},
     "status":"%s","intent":"order",
     "medicationCodeableConcept":{"coding":[{"system":"%s","code":"%s"}]},%s}}\
    """
        .formatted(status, RXNORM, rxnorm, authored);
  }
}
