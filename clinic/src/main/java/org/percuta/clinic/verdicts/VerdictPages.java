package org.percuta.clinic.verdicts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.courses.CourseScreening;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.Goals;
import org.percuta.clinic.screening.KeptVerdict;
import org.percuta.clinic.screening.KeptVerdicts;
import org.percuta.clinic.screening.ReasonCard;
import org.percuta.clinic.screening.StoredFacts;
import org.percuta.clinic.screening.StoredVerdict;
import org.percuta.clinic.screening.VerdictCard;
import org.percuta.protocol.evaluate.Missing;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Effect;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.springframework.stereotype.Component;

/** Puts the pages about verdicts together; call within a clinic transaction. */
@Component
class VerdictPages {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final Patients patients;
  private final CourseScreening screening;
  private final Protocols protocols;
  private final KeptVerdicts kept;
  private final Goals goals;

  VerdictPages(
      Patients patients,
      CourseScreening screening,
      Protocols protocols,
      KeptVerdicts kept,
      Goals goals) {
    this.patients = patients;
    this.screening = screening;
    this.protocols = protocols;
    this.kept = kept;
    this.goals = goals;
  }

  /**
   * A question as it was asked.
   *
   * @param asOf the date of treatment
   * @param known the last day of which what was written down is used; absent for all of it
   */
  record Question(Goal goal, LocalDate asOf, @Nullable LocalDate known) {}

  VerdictView.PageView page(Actor actor, Patient patient, Form form, @Nullable Question question) {
    return new VerdictView.PageView(
        patients.banner(actor, patient),
        form,
        goals.concerns(),
        goals.sites(),
        question == null ? null : shown(actor, patient, question),
        kept.list(patient.id()).stream().map(one -> line(actor, one)).toList());
  }

  /** What is known of a patient, as far as the question lets it be. */
  PatientRecord record(Actor actor, Patient patient, @Nullable LocalDate known) {
    if (known == null) {
      return screening.record(patient);
    }
    LocalDate next = known.plusDays(1);
    return screening.record(patient, next, next.atStartOfDay(actor.zone()).toInstant());
  }

  private VerdictView.Shown shown(Actor actor, Patient patient, Question question) {
    InForce inForce = protocols.of(actor.clinic());
    PatientRecord record = record(actor, patient, question.known());
    Verdict verdict = inForce.screening().screen(record, question.goal(), question.asOf());
    StoredVerdict stored = StoredVerdict.of(verdict);
    StoredFacts facts = StoredFacts.of(record);
    Optional<KeptVerdict> last = kept.findLatest(patient.id(), question.goal());
    List<String> changes =
        last.map(one ->
                VerdictChanges.between(
                    new VerdictChanges.Side(
                        one.verdict(), one.facts(), one.knowledgeDigest(), one.settingsVersion()),
                    new VerdictChanges.Side(
                        stored, facts, inForce.digest(), inForce.settingsVersion()),
                    labels(inForce)))
            .orElse(List.of());
    LocalDate known = question.known();
    return new VerdictView.Shown(
        goals.words(question.goal()),
        VerdictCard.of(verdict),
        dates(stored),
        reasons(inForce, verdict, false),
        reasons(inForce, verdict, true),
        verdict.missing().stream().map(Missing::question).distinct().toList(),
        stored.cleared(),
        known == null ? "" : Dates.day(known),
        last.map(one -> AT.format(one.at().atZone(actor.zone())) + " by " + one.by()).orElse(null),
        changes,
        KeptVerdicts.fingerprint(stored, facts),
        "/patients/"
            + patient.id()
            + "/clearances/new?concern="
            + encode(question.goal().concern())
            + "&site="
            + encode(question.goal().site())
            + "&as-of="
            + question.asOf()
            + "&about=");
  }

  private static List<ReasonCard> reasons(InForce inForce, Verdict verdict, boolean forTheTalk) {
    Traces traces = Traces.of(inForce.knowledge());
    UnaryOperator<String> labels = labels(inForce);
    return verdict.reasons().stream()
        .filter(reason -> (reason.rule().effect() == Effect.INFORM) == forTheTalk)
        .map(reason -> ReasonCard.of(reason, traces, labels))
        .toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> dates(StoredVerdict verdict) {
    List<String> dates = new ArrayList<>();
    LocalDate from = verdict.from();
    LocalDate notBefore = verdict.notBefore();
    if (verdict.outcome().isPermitted()) {
      return dates;
    }
    if (from != null) {
      dates.add("First permitted date: " + Dates.weekday(from));
    } else {
      dates.add("First permitted date: none that the facts alone decide");
      if (notBefore != null && notBefore.isAfter(verdict.on())) {
        dates.add("Something known stands against it until " + Dates.day(notBefore));
      } else if (notBefore != null && verdict.outcome() == Outcome.CANNOT_TELL) {
        dates.add("Nothing known stands against it; what is open can still");
      }
    }
    return dates;
  }

  VerdictView.Line line(Actor actor, KeptVerdicts.Line one) {
    return new VerdictView.Line(
        one.id(),
        goals.words(one.goal()),
        Dates.day(one.asOf()),
        VerdictCard.word(one.outcome()),
        VerdictCard.tag(one.outcome()),
        one.occasion().words(),
        AT.format(one.at().atZone(actor.zone())) + ", " + one.by());
  }

  VerdictView.KeptView keptPage(
      Actor actor, Patient patient, KeptVerdict one, @Nullable Replay replay) {
    UnaryOperator<String> labels = labels(protocols.of(actor.clinic()));
    List<String> facts = new ArrayList<>();
    one.facts()
        .facts()
        .forEach((key, said) ->
            said.forEach(each ->
                facts.add(
                    labels.apply(key)
                        + ": "
                        + VerdictChanges.words(each)
                        + " ("
                        + each.where()
                        + ")")));
    return new VerdictView.KeptView(
        patients.banner(actor, patient),
        line(
            actor,
            new KeptVerdicts.Line(
                one.id(),
                one.goal(),
                one.asOf(),
                one.occasion(),
                one.verdict().outcome(),
                one.by(),
                one.at())),
        VerdictCard.of(one.verdict()),
        dates(one.verdict()),
        labelled(one.verdict(), labels),
        facts,
        one.knowledgeDigest(),
        one.settingsVersion(),
        replay);
  }

  /** The same verdict with the keys of facts in words. */
  private static StoredVerdict labelled(StoredVerdict verdict, UnaryOperator<String> labels) {
    return new StoredVerdict(
        verdict.outcome(),
        verdict.on(),
        verdict.from(),
        verdict.notBefore(),
        verdict.reasons().stream()
            .map(why ->
                new StoredVerdict.Why(
                    why.rule(),
                    why.title(),
                    why.effect(),
                    why.words(),
                    why.next(),
                    why.limit(),
                    why.facts().stream().map(fact -> ReasonCard.labelled(fact, labels)).toList(),
                    why.until(),
                    why.precaution()))
            .toList(),
        verdict.missing(),
        verdict.cleared());
  }

  private static UnaryOperator<String> labels(InForce inForce) {
    return key -> {
      FactDefinition fact = inForce.knowledge().facts().get(key);
      return fact == null ? key : fact.label();
    };
  }
}
