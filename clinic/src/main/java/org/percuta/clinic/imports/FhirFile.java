package org.percuta.clinic.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.imports.ImportView.Fault;
import org.percuta.clinic.imports.ImportView.Group;
import org.percuta.clinic.imports.ImportView.Line;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Upload;
import org.percuta.fhir.read.Counts;
import org.percuta.fhir.read.FhirReader;
import org.percuta.fhir.read.FhirReading;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Finding;
import org.percuta.quantity.PartialDate;

/** A FHIR file as it was read, as statements for a record and as a page shows it. */
final class FhirFile {

  private static final int LONGEST_SOURCE = 200;
  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_WORDS = 600;

  /** Nobody looks through more before adding them. */
  private static final int MOST_ENTRIES = 2000;

  /** Nested too deep, a text or number too long, too many resources. */
  private static final Set<String> TOO_MUCH = Set.of("PX-0408", "PX-0409", "PX-0426");

  private final String name;
  private final Knowledge knowledge;
  private final FhirReading reading;
  private final Codes codes;

  FhirFile(Upload upload, Knowledge knowledge) {
    this.name = upload.name().isEmpty() ? "file" : upload.name();
    this.knowledge = knowledge;
    this.reading = FhirReader.of(knowledge).read(upload.content(), name);
    this.codes = new Codes(knowledge.codes());
  }

  /** Empty, with a fault, for a file that is no FHIR or holds more than can be looked at. */
  static Optional<Upload> taken(Form form, Upload upload, Knowledge knowledge) {
    FhirReading reading = FhirReader.of(knowledge).read(upload.content(), "file");
    reading.findings().stream()
        .filter(finding -> TOO_MUCH.contains(finding.code()))
        .findFirst()
        .ifPresent(finding -> {
          String hint = finding.hint() == null ? "" : " " + finding.hint();
          form.reject("file", cut("It was not taken. " + finding.message() + hint, LONGEST_WORDS));
        });
    if (form.isValid() && reading.counts().resources() == 0) {
      form.reject(
          "file",
          "There is no FHIR resource in it. Maybe it is another kind of file, such as a PDF? Export"
              + " the record as FHIR R4 in JSON.");
    }
    int entries = reading.record().statements().size();
    if (entries > MOST_ENTRIES) {
      form.reject(
          "file",
          "It was not taken: it holds "
              + entries
              + " entries that mean something here, and at most "
              + MOST_ENTRIES
              + " can be looked at. Export a shorter time.");
    }
    return form.isValid() ? Optional.of(upload) : Optional.empty();
  }

  String name() {
    return name;
  }

  FhirReading reading() {
    return reading;
  }

  /** What it says, each thing once. */
  List<PatientFact> facts(Actor actor, Instant at) {
    Map<Same, PatientFact> facts = new LinkedHashMap<>();
    for (FactStatement statement : reading.record().statements()) {
      PatientFact fact = fact(actor, at, statement);
      facts.putIfAbsent(Same.of(fact), fact);
    }
    return List.copyOf(facts.values());
  }

  /** What of it the record does not say yet. */
  static List<PatientFact> fresh(List<PatientFact> facts, List<PatientFact> current) {
    Set<Same> there = current.stream().map(Same::of).collect(Collectors.toSet());
    return facts.stream().filter(fact -> !there.contains(Same.of(fact))).toList();
  }

  /** Two statements that are the same say the same, wherever they were read. */
  private record Same(
      String fact,
      @Nullable String site,
      PatientFact.Said said,
      @Nullable String since,
      @Nullable String until,
      @Nullable String last,
      @Nullable String supply) {

    static Same of(PatientFact fact) {
      return new Same(
          fact.fact(),
          fact.site(),
          fact.said(),
          fact.since(),
          fact.until(),
          fact.last(),
          fact.supply());
    }
  }

  private PatientFact fact(Actor actor, Instant at, FactStatement statement) {
    return new PatientFact(
        new UUID(0, 0),
        statement.fact(),
        statement.site(),
        PatientFact.Said.of(statement.answer()),
        text(statement.since(), true),
        text(statement.until(), false),
        text(statement.last(), false),
        statement.supply() == null ? null : statement.supply().name(),
        cut(codes.words(reading.codes().getOrDefault(statement.where(), List.of())), LONGEST_NOTE),
        cut(statement.where(), LONGEST_SOURCE),
        PatientFact.Source.IMPORT,
        actor.name(),
        at);
  }

  /**
   * A span that is no whole day, month or year, as an age gives it, is kept by the end that is the
   * safer one: a beginning by its first day, an end by its last. An age can lead to a year that no
   * date may have; such a date is not kept, as if the file had not told it.
   */
  private static @Nullable String text(@Nullable PartialDate date, boolean begins) {
    if (date == null) {
      return null;
    }
    try {
      String text = date.toString();
      String end = (begins ? date.earliest() : date.latest()).toString();
      return PartialDate.parse(text).equals(date) ? text : PartialDate.parse(end).toString();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Ids and codes of a file can hold anything; what no database or page can show goes. */
  private static String cut(String text, int most) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    String brief = plain.length() <= most ? plain : plain.substring(0, most - 1) + "…";
    // Half of a surrogate pair becomes a question mark.
    return new String(brief.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /**
   * @param current what the record says now; empty for a new person
   */
  ImportView.Reading view(Actor actor, Instant at, List<PatientFact> current) {
    List<PatientFact> facts = facts(actor, at);
    List<PatientFact> fresh = fresh(facts, current);
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    facts.stream()
        .sorted(
            Comparator.comparing((PatientFact fact) -> label(fact.fact()))
                .thenComparing(FhirFile::latest, Comparator.reverseOrder()))
        .forEach(fact ->
            groups
                .computeIfAbsent(label(fact.fact()), label -> new ArrayList<>())
                .add(new Line(words(fact), fact.note(), fact.saidBy(), !fresh.contains(fact))));
    return new ImportView.Reading(
        name,
        person(),
        groups.entrySet().stream().map(one -> new Group(one.getKey(), one.getValue())).toList(),
        fresh.size(),
        reading.findings().stream().map(FhirFile::fault).toList(),
        notUnderstood());
  }

  /** The last day it speaks of; what has no end comes before all that has one. */
  private static String latest(PatientFact fact) {
    String end = fact.last() == null ? fact.until() : fact.last();
    return end == null ? "9999" : end;
  }

  private String label(String key) {
    FactDefinition fact = knowledge.facts().get(key);
    return fact == null ? key : fact.label();
  }

  private static String words(PatientFact fact) {
    List<String> words = new ArrayList<>();
    words.add(
        switch (fact.said()) {
          case YES -> "Yes";
          case NO -> "No";
          case UNKNOWN, WITHDRAWN -> "Not known";
        });
    add(words, "at ", fact.site() == null ? null : fact.site().replace('-', ' '));
    String since = fact.since();
    if (since != null && (since.equals(fact.last()) || since.equals(fact.until()))) {
      words.add("on " + when(since));
    } else {
      add(words, "since ", when(since));
      add(words, "until ", when(fact.until()));
      add(words, "last ", when(fact.last()));
    }
    add(words, "", fact.supply() == null ? null : fact.supply().toLowerCase(Locale.ROOT));
    return String.join(", ", words);
  }

  private static @Nullable String when(@Nullable String date) {
    return date == null ? null : Dates.partial(PartialDate.parse(date));
  }

  private static void add(List<String> words, String before, @Nullable String value) {
    if (value != null) {
      words.add(before + value);
    }
  }

  private String person() {
    FhirReading.Name human = reading.name();
    PartialDate born = reading.record().patient().birthDate();
    String who = human == null ? "" : name(human);
    return (who.isEmpty() ? "Somebody it does not name" : who)
        + (born == null ? ", date of birth not told" : ", born " + Dates.partial(born));
  }

  /** Where the person of the file and of the record are not plainly one. */
  List<String> differences(Patient patient) {
    List<String> differences = new ArrayList<>();
    FhirReading.Name human = reading.name();
    PartialDate born = reading.record().patient().birthDate();
    var sex = reading.record().patient().sex();
    if (human == null && born == null) {
      differences.add("The file does not say whom it is about.");
    }
    if (human != null && !sameName(human, patient)) {
      differences.add(
          "The file is about " + name(human) + ", this record about " + patient.name() + ".");
    }
    if (born != null
        && (patient.birthDate().isBefore(born.earliest())
            || patient.birthDate().isAfter(born.latest()))) {
      differences.add(
          "The file says born "
              + Dates.partial(born)
              + ", this record says "
              + Dates.day(patient.birthDate())
              + ".");
    }
    if (sex != null
        && sex != org.percuta.protocol.model.Patient.Sex.UNKNOWN
        && patient.sex() != Patient.Sex.UNKNOWN
        && !sex.name().equals(patient.sex().name())) {
      differences.add(
          "The file says "
              + sex.name().toLowerCase(Locale.ROOT)
              + ", this record says "
              + patient.sex().name().toLowerCase(Locale.ROOT)
              + ".");
    }
    return differences;
  }

  private static String name(FhirReading.Name human) {
    return cut((human.given() + " " + human.family()).strip(), LONGEST_SOURCE);
  }

  private static boolean sameName(FhirReading.Name human, Patient patient) {
    return human.family().strip().equalsIgnoreCase(patient.familyName())
        && words(human.given()).stream().anyMatch(words(patient.givenName())::contains);
  }

  private static Set<String> words(String text) {
    return new LinkedHashSet<>(List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)));
  }

  private static Fault fault(Finding finding) {
    return new Fault(
        finding.isError(),
        finding.place().toString(),
        cut(
            (finding.subject().isEmpty() ? "" : finding.subject() + ": ") + finding.message(),
            LONGEST_WORDS),
        cut(finding.hint() == null ? "" : finding.hint(), LONGEST_WORDS));
  }

  private List<String> notUnderstood() {
    Counts counts = reading.counts();
    List<String> words = new ArrayList<>();
    count(words, counts.withoutMeaning(), "with codes that stand for nothing the protocol asks");
    count(
        words, counts.uncoded(), "with text and no code, which may mean something we cannot tell");
    count(
        words, counts.setAside(), "set aside: entered in error, not done, or about somebody else");
    count(words, counts.broken(), "that could not be read");
    counts.otherTypes().forEach((type, number) -> words.add(number + " × " + type + ", not read"));
    return words;
  }

  private static void count(List<String> words, int number, String what) {
    if (number > 0) {
      words.add(number + (number == 1 ? " resource " : " resources ") + what);
    }
  }
}
