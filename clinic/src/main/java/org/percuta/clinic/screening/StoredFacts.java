package org.percuta.clinic.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Role;
import org.percuta.quantity.PartialDate;

/**
 * Everything a verdict rested on, complete enough to give it again. It has the shape of an intake
 * file, with two things more for each fact, since both change what a verdict says: whether it was
 * answered or recorded, and where it was read.
 *
 * @param facts what was said, by fact
 */
public record StoredFacts(
    Person patient,
    SortedMap<String, List<Said>> facts,
    List<Cleared> clearances,
    List<String> complete) {

  /**
   * @param weight in kg, for example {@code 62.0 kg}
   */
  public record Person(
      @Nullable String id,
      @Nullable String birthDate,
      @Nullable String sex,
      @Nullable Integer phototype,
      @Nullable String weight) {}

  /** One thing said about one fact. */
  public record Said(
      String answer,
      @Nullable String site,
      @Nullable String since,
      @Nullable String until,
      @Nullable String last,
      @Nullable String prescribed,
      String origin,
      String where) {}

  /** A clearance that was recorded. */
  public record Cleared(
      String fact, String by, String role, LocalDate on, LocalDate expires, String reason) {}

  public static StoredFacts of(PatientRecord record) {
    SortedMap<String, List<Said>> facts = new TreeMap<>();
    record
        .statements()
        .forEach(statement ->
            facts
                .computeIfAbsent(statement.fact(), fact -> new ArrayList<>())
                .add(said(statement)));
    Patient patient = record.patient();
    return new StoredFacts(
        new Person(
            patient.id(),
            text(patient.birthDate()),
            patient.sex() == null ? null : lower(patient.sex()),
            patient.phototype(),
            patient.weight_kg() == null ? null : patient.weight_kg() + KG),
        facts,
        record.clearances().stream()
            .map(one ->
                new Cleared(
                    one.fact(), one.by(), lower(one.role()), one.on(), one.expires(), one.reason()))
            .toList(),
        record.complete().stream().sorted().map(StoredFacts::lower).toList());
  }

  /** The record again, equal to the one it was made of but for the order of its facts. */
  public PatientRecord record() {
    List<FactStatement> statements = new ArrayList<>();
    facts.forEach((fact, said) -> said.forEach(one -> statements.add(statement(fact, one))));
    Set<FactGroup> groups = EnumSet.noneOf(FactGroup.class);
    complete.forEach(group -> groups.add(FactGroup.valueOf(upper(group))));
    return new PatientRecord(
        new Patient(
            patient.id,
            date(patient.birthDate),
            patient.sex == null ? null : Patient.Sex.valueOf(upper(patient.sex)),
            patient.phototype,
            patient.weight == null ? null : Double.valueOf(patient.weight.replace(KG, ""))),
        statements,
        clearances.stream()
            .map(one ->
                new Clearance(
                    one.fact,
                    one.by,
                    Role.valueOf(upper(one.role)),
                    one.on,
                    one.expires,
                    one.reason))
            .toList(),
        groups);
  }

  private static final String KG = " kg";

  private static Said said(FactStatement statement) {
    return new Said(
        lower(statement.answer()),
        statement.site(),
        text(statement.since()),
        text(statement.until()),
        text(statement.last()),
        statement.supply() == null
            ? null
            : statement.supply() == Condition.Supply.PRESCRIBED ? "yes" : "no",
        lower(statement.origin()),
        statement.where());
  }

  private static FactStatement statement(String fact, Said said) {
    return new FactStatement(
        fact,
        Answer.valueOf(upper(said.answer)),
        said.site,
        date(said.since),
        date(said.until),
        date(said.last),
        said.prescribed == null
            ? null
            : said.prescribed.equals("yes") ? Condition.Supply.PRESCRIBED : Condition.Supply.BOUGHT,
        FactStatement.Origin.valueOf(upper(said.origin)),
        said.where);
  }

  private static @Nullable String text(@Nullable PartialDate date) {
    return date == null ? null : date.toString();
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : PartialDate.parse(text);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
