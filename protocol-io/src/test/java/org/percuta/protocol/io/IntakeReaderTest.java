package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Setting;
import org.percuta.protocol.validate.Finding;
import org.percuta.quantity.PartialDate;

class IntakeReaderTest {

  private static final Knowledge KNOWLEDGE = KnowledgeReader.shipped().knowledge();

  private final Findings findings = new Findings();

  private Optional<Intake> read(String text) {
    return IntakeReader.read("in.yaml", text.getBytes(StandardCharsets.UTF_8), KNOWLEDGE, findings);
  }

  private FactStatement fact(String text) {
    return read("facts: {" + text + "}").orElseThrow().record().statements().getFirst();
  }

  /** As the design shows an intake file. */
  private static final String EXAMPLE =
      """
      patient: {id: p-17, birthDate: 1990-04-02, sex: female, phototype: 4, weight: 62 kg}
      setting: clinic            # or home
      goals: [{concern: acne-scars, site: cheeks}]
      facts:
        pregnant: no
        acne-active: {answer: yes, site: cheeks, since: 2026-10-01}
        blood-thinner: {answer: yes, prescribed: yes}
        ibuprofen: {answer: yes, prescribed: no, last: 2026-11-20}
        retinoid-topical: {last: 2026-11-28}
        keloid-history: unknown
      clearances: [{fact: diabetes, by: Dr A. Example, role: physician, on: 2026-11-02, expires: 2027-05-02, reason: HbA1c stable}]
      complete: [conditions, medications]
      """;

  @Test
  void theExampleOfTheDesign() {
    Intake intake = read(EXAMPLE).orElseThrow();

    assertThat(intake.setting()).isEqualTo(Setting.CLINIC);
    assertThat(intake.goals()).containsExactly(Goal.inClinic("acne-scars", "cheeks"));
    assertThat(intake.record().patient())
        .isEqualTo(
            new Patient("p-17", PartialDate.parse("1990-04-02"), Patient.Sex.FEMALE, 4, 62.0));
    assertThat(intake.record().complete())
        .containsExactlyInAnyOrder(FactGroup.CONDITIONS, FactGroup.MEDICATIONS);
    assertThat(intake.record().clearances())
        .containsExactly(
            new Clearance(
                "diabetes",
                "Dr A. Example",
                Role.PHYSICIAN,
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2027, 5, 2),
                "HbA1c stable"));
    assertThat(intake.record().statements())
        .extracting(FactStatement::fact, FactStatement::answer, FactStatement::where)
        .containsExactly(
            tuple("pregnant", Answer.NO, "in.yaml:5"),
            tuple("acne-active", Answer.YES, "in.yaml:6"),
            tuple("blood-thinner", Answer.YES, "in.yaml:7"),
            tuple("ibuprofen", Answer.YES, "in.yaml:8"),
            tuple("retinoid-topical", Answer.YES, "in.yaml:9"),
            tuple("keloid-history", Answer.UNKNOWN, "in.yaml:10"));
    List<FactStatement> said = intake.record().statements();
    assertThat(said.get(1).site()).isEqualTo("cheeks");
    assertThat(said.get(1).since()).isEqualTo(PartialDate.parse("2026-10-01"));
    assertThat(said.get(3).supply()).isEqualTo(Supply.BOUGHT);
    assertThat(said.get(4).last()).isEqualTo(PartialDate.parse("2026-11-28"));
    assertThat(said).allMatch(s -> s.origin() == FactStatement.Origin.ANSWERED);
    // Whether a blood thinner was prescribed changes nothing, so it is said to be unused.
    assertThat(findings.list()).noneMatch(Finding::isError);
  }

  @ParameterizedTest
  @CsvSource({
    "yes, YES",
    "Yes, YES",
    "YES, YES",
    "true, YES",
    "y, YES",
    "'\"yes\"', YES",
    "no, NO",
    "No, NO",
    "false, NO",
    "FALSE, NO",
    "n, NO",
    "unknown, UNKNOWN",
    "'\"?\"', UNKNOWN",
    "null, UNKNOWN",
    "~, UNKNOWN",
    "I don't know, UNKNOWN"
  })
  void answersAsPeopleWriteThem(String word, Answer answer) {
    assertThat(read("facts:\n  pregnant: " + word + "\n").orElseThrow().record().statements())
        .extracting(FactStatement::answer)
        .containsExactly(answer);
  }

  @Test
  void aFactCanBeSaidMoreThanOnce() {
    assertThat(
            read("facts: {acne-active: [{answer: yes, site: back}, {answer: no, site: face}]}")
                .orElseThrow()
                .record()
                .statements())
        .extracting(FactStatement::answer)
        .containsExactly(Answer.YES, Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"since: 2026-10", "until: 2026-10-01", "last: 2026"})
  void aDateAloneSaysThatItHappened(String date) {
    assertThat(fact("chemical-peel: {" + date + "}").answer()).isEqualTo(Answer.YES);
  }

  @Test
  void onlyWhatTheFactHasIsUsedAndTheRestIsAWarning() {
    assertThat(fact("pregnant: {answer: yes, prescribed: yes}").supply()).isNull();
    assertThat(fact("pregnant: {answer: yes, site: cheeks}").site()).isNull();
    assertThat(findings.list())
        .extracting(Finding::code, Finding::isError)
        .containsOnly(tuple("PX-0214", false));
  }

  @Test
  void anEmptyMapIsAnIntakeOfNobody() {
    Intake intake = read("{}").orElseThrow();

    assertThat(intake.record().patient()).isEqualTo(Patient.UNKNOWN);
    assertThat(intake.goals()).isEmpty();
    assertThat(intake.setting()).isNull();
  }

  /** What is wrong, its code, its place, and words of the fix. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a]|PX-0114|in.yaml:1:1|a map with",
        "just words|PX-0114|in.yaml:1:1|a map with",
        "fact: {}|PX-0110|in.yaml:1:1|Maybe facts?",
        "facts: [pregnant]|PX-0114|in.yaml:1:8|Maybe write pregnant: no?",
        "facts: {pregnent: no}|PX-0110|in.yaml:1:9|Maybe pregnant?",
        "facts: {pregnant: perhaps}|PX-0211|in.yaml:1:19|Maybe yes, no or unknown?",
        "facts: {pregnant: 7}|PX-0211|in.yaml:1:19|Maybe yes, no or unknown?",
        "facts: {pregnant: {}}|PX-0210|in.yaml:1:19|Maybe answer: yes?",
        "facts: {pregnant: {answer: [yes]}}|PX-0210|in.yaml:1:19|Maybe answer: yes?",
        "facts: {pregnant: {answer: yes, sinse: 2026}}|PX-0110|in.yaml:1:33|Maybe since?",
        "facts: {acne-active: {answer: yes, site: cheek}}|PX-0204|in.yaml:1:42|Maybe cheeks?",
        "facts: {acne-active: {answer: yes, site: [cheeks]}}|PX-0114|in.yaml:1:42|a single value",
        "facts: {sunburn: {last: 2026-02-30}}|PX-0216|in.yaml:1:25|February 2026 has 28 days",
        "facts: {sunburn: {last: 2026-21-11}}|PX-0216|in.yaml:1:25|Maybe 2026-11-21 was meant?",
        "facts: {sunburn: {last: 21.11.2026}}|PX-0216|in.yaml:1:25|Maybe write it year first",
        "facts: {sunburn: {last: 0026-11-21}}|PX-0216|in.yaml:1:25|outside the years",
        "facts: {sunburn: {last: {a: b}}}|PX-0114|in.yaml:1:25|a single value",
        "facts: {sunburn: {since: 2026-11, until: 2026-10}}|PX-0212|in.yaml:1:18|Maybe the two dates are swapped?",
        "facts: {ibuprofen: {answer: yes, prescribed: perhaps}}|PX-0211|in.yaml:1:46|Maybe yes, no or unknown?",
        "patient: [p-17]|PX-0114|in.yaml:1:10|a map with",
        "patient: {birthday: 1990}|PX-0110|in.yaml:1:11|Maybe birthDate?",
        "patient: {sex: femal}|PX-0113|in.yaml:1:16|Maybe female?",
        "patient: {phototype: 7}|PX-0217|in.yaml:1:22|from 1 to 6",
        "patient: {phototype: IV}|PX-0217|in.yaml:1:22|from 1 to 6",
        "patient: {weight: 62}|PX-0217|in.yaml:1:19|Maybe 62 kg?",
        "patient: {weight: 0 kg}|PX-0217|in.yaml:1:19|from 1 kg to 500 kg",
        "patient: {weight: 501 kg}|PX-0217|in.yaml:1:19|from 1 kg to 500 kg",
        "setting: hospital|PX-0113|in.yaml:1:10|none of clinic, home",
        "goals: acne-scars@cheeks|PX-0114|in.yaml:1:8|a list",
        "goals: [acne-scars]|PX-0201|in.yaml:1:9|Maybe write CONCERN@SITE",
        "goals: [acne-scar@cheeks]|PX-0202|in.yaml:1:9|Maybe acne-scars?",
        "goals: [acne-scars@cheek]|PX-0204|in.yaml:1:9|Maybe cheeks?",
        "goals: [acne-scars@scalp]|PX-0205|in.yaml:1:9|Maybe at one of",
        "goals: [{concern: acne-scars}]|PX-0111|in.yaml:1:9|is missing",
        "complete: [habits, medicines]|PX-0113|in.yaml:1:20|none of conditions",
        "complete: [{}]|PX-0114|in.yaml:1:12|a single value",
        "clearances: [diabetes]|PX-0114|in.yaml:1:14|a map with"
      })
  void badInputIsAFindingWithItsPlaceAndAFix(String text, String code, String place, String fix) {
    assertThat(read(text)).isEmpty();
    assertThat(findings.list())
        .anySatisfy(finding -> {
          assertThat(finding.code()).isEqualTo(code);
          assertThat(finding.place()).hasToString(place);
          assertThat(finding.inOneLine()).contains(fix);
        });
  }

  private static final String CLEARANCE =
      "clearances: [{fact: diabetes, by: Dr A, role: physician, on: 2026-11-02, expires:"
          + " 2027-05-02, reason: stable}]";

  @Test
  void aClearanceCountsOnlyWhole() {
    assertThat(read(CLEARANCE)).isPresent();
    for (String part :
        List.of(
            "fact: diabetes, ",
            "by: Dr A, ",
            "role: physician, ",
            "on: 2026-11-02, ",
            "expires: 2027-05-02, ",
            ", reason: stable")) {
      Findings own = new Findings();
      byte[] bytes = CLEARANCE.replace(part, "").getBytes(StandardCharsets.UTF_8);
      assertThat(IntakeReader.read("in.yaml", bytes, KNOWLEDGE, own)).as(part).isEmpty();
      assertThat(own.list()).extracting(Finding::code).as(part).containsExactly("PX-0111");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fact: diabetes, fact: diabetis, PX-0215",
    "role: physician, role: doctor, PX-0113",
    "on: 2026-11-02, on: 2026-11, PX-0216",
    "expires: 2027-05-02, expires: 2026-11-01, PX-0213"
  })
  void whatIsWrongInAClearanceIsFound(String right, String wrong, String code) {
    assertThat(read(CLEARANCE.replace(right, wrong))).isEmpty();
    assertThat(findings.list()).extracting(Finding::code).containsExactly(code);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    read("{setting: x, patient: {sex: y}, facts: {pregnant: z}, goals: [q]}");

    assertThat(findings.list()).hasSize(4);
  }
}
