package org.percuta.protocol.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.protocol.model.Setting;
import org.percuta.quantity.PartialDate;

class IntakeProperties {

  private static final Knowledge KNOWLEDGE = KnowledgeReader.shipped().knowledge();
  private static final List<FactDefinition> FACTS = List.copyOf(KNOWLEDGE.facts().values());

  private static final String GOOD =
      """
      patient: {id: p-17, birthDate: 1990-04-02, sex: female, phototype: 4, weight: 62 kg}
      goals: [{concern: acne-scars, site: cheeks}, acne-scars@face]
      facts:
        pregnant: no
        acne-active: [{answer: yes, site: cheeks, since: 2026-10-01}, {answer: no, site: "back"}]
        ibuprofen: {answer: yes, prescribed: no, last: 2026-11-20}
        keloid-history: unknown
      clearances: [{fact: diabetes, by: Dr A, role: physician, on: 2026-11-02, expires: 2027-05-02, reason: x}]
      complete: [conditions, medications]
      """;

  @Provide
  Arbitrary<byte[]> damaged() {
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    Arbitrary<Damage> damage =
        Combinators.combine(
                Arbitraries.integers().between(0, good.length - 1),
                Arbitraries.integers().between(0, 12),
                Arbitraries.oneOf(
                    Arbitraries.of(
                        "",
                        ":",
                        "\n",
                        "  ",
                        "\t",
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        "'",
                        "&a",
                        "*a",
                        "!x",
                        "---\n",
                        "#",
                        "? ",
                        "- ",
                        "%",
                        "\uFEFF",
                        "null",
                        "0",
                        "-",
                        "|",
                        ">",
                        ",",
                        "\u0000",
                        "2026-02-30",
                        "yes"),
                    Arbitraries.strings().ofMaxLength(6)))
            .as(Damage::new);
    return damage
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(list -> {
          byte[] bytes = good;
          for (Damage one : list) {
            bytes = one.to(bytes);
          }
          return bytes;
        });
  }

  /** Some bytes cut out, and others put in their place. */
  private record Damage(int at, int cut, String put) {
    byte[] to(byte[] bytes) {
      int from = Math.min(at, bytes.length);
      int end = Math.min(from + cut, bytes.length);
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      out.write(bytes, 0, from);
      out.writeBytes(put.getBytes(StandardCharsets.UTF_8));
      out.write(bytes, end, bytes.length - end);
      return out.toByteArray();
    }
  }

  @Property(tries = 3000)
  void aDamagedIntakeIsReadOrHasAnErrorAndNeverThrows(@ForAll("damaged") byte[] bytes) {
    assertReadOrFound(bytes);
  }

  @Property
  void anyBytesAtAllAreReadOrHaveAnError(@ForAll byte[] bytes) {
    assertReadOrFound(bytes);
  }

  private static void assertReadOrFound(byte[] bytes) {
    Findings findings = new Findings();
    Optional<Intake> intake = IntakeReader.read("in.yaml", bytes, KNOWLEDGE, findings);
    assertThat(intake.isPresent()).isNotEqualTo(findings.hasErrors());
    assertThat(findings.list())
        .allSatisfy(finding -> {
          assertThat(finding.place().file()).isEqualTo("in.yaml");
          assertThat(finding.message()).isNotBlank();
        });
  }

  @Property
  void anIntakeWrittenAndReadBackIsTheSame(@ForAll("intakes") Intake intake) {
    Findings findings = new Findings();
    byte[] json = IntakeJson.write(intake).getBytes(StandardCharsets.UTF_8);

    Optional<Intake> read = IntakeReader.read("in.json", json, KNOWLEDGE, findings);

    assertThat(findings.list()).isEmpty();
    assertThat(read).contains(intake);
  }

  @Provide
  Arbitrary<Intake> intakes() {
    Arbitrary<Setting> setting = Arbitraries.of(Setting.values());
    Arbitrary<PatientRecord> record =
        Combinators.combine(
                patients(),
                statements().list().uniqueElements(FactStatement::fact).ofMaxSize(6),
                clearances().list().ofMaxSize(2),
                Arbitraries.of(FactGroup.values()).set().ofMaxSize(5))
            .as((patient, said, cleared, complete) ->
                new PatientRecord(patient, said, cleared, Set.copyOf(complete)));
    return Combinators.combine(record, setting, Arbitraries.of("cheeks", "face", "back"))
        .as((r, place, site) -> new Intake(r, List.of(new Goal("acne-scars", site, place)), place));
  }

  private static Arbitrary<Patient> patients() {
    return Combinators.combine(
            words().injectNull(0.3),
            dates().injectNull(0.3),
            Arbitraries.of(Patient.Sex.values()).injectNull(0.3),
            Arbitraries.integers().between(1, 6).injectNull(0.3),
            Arbitraries.of(1.0, 62.0, 62.5, 500.0).injectNull(0.3))
        .as(Patient::new);
  }

  private static Arbitrary<FactStatement> statements() {
    return Combinators.combine(
            Arbitraries.of(FACTS),
            Arbitraries.of(Answer.values()),
            Arbitraries.of("cheeks", "face", "scalp").injectNull(0.5),
            dates().injectNull(0.5),
            dates().injectNull(0.5),
            Arbitraries.of(Supply.values()).injectNull(0.5))
        .as((fact, answer, site, a, b, supply) -> {
          boolean swap = a != null && b != null && b.latest().isBefore(a.earliest());
          return new FactStatement(
              fact.id(),
              answer,
              fact.sited() ? site : null,
              swap ? b : a,
              null,
              swap ? a : b,
              fact.supply() ? supply : null,
              Origin.ANSWERED,
              "in.json:1");
        });
  }

  private static Arbitrary<Clearance> clearances() {
    return Combinators.combine(
            Arbitraries.of(FACTS),
            words(),
            Arbitraries.of(Role.values()),
            Arbitraries.integers().between(0, 400),
            words())
        .as((fact, by, role, days, reason) -> {
          LocalDate on = LocalDate.of(2026, 11, 21);
          return new Clearance(fact.id(), by, role, on, on.plusDays(days), reason);
        });
  }

  private static Arbitrary<PartialDate> dates() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40_000), Arbitraries.of(4, 7, 10, 10))
        .as((day, length) ->
            PartialDate.parse(
                LocalDate.of(1930, 1, 1).plusDays(day).toString().substring(0, length)));
  }

  /** Whatever JSON can hold in a string, with at least one letter. */
  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .ofMaxLength(12)
        .filter(text -> text.codePoints().allMatch(IntakeProperties::isText))
        .map(text -> "Dr " + text + ".");
  }

  private static boolean isText(int c) {
    return c >= ' '
        && c != 0x7F
        && !(c >= 0x80 && c < 0xA0)
        && Character.isDefined(c)
        && Character.getType(c) != Character.SURROGATE
        && c != 0xFEFF
        && c != 0xFFFE
        && c != 0xFFFF;
  }
}
