package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.fhir.read.CodeIndex.Entry;
import org.percuta.fhir.read.CodeIndex.Meaning;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.quantity.PartialDate;

/** Turns drafts into statements about the facts of one person. */
final class Interpreter {

  private final Map<String, FactDefinition> facts;
  private final FindingSink sink;
  private final Map<String, Draft> medications = new HashMap<>();
  private final Set<Draft> medicationsUsed = new HashSet<>();

  final List<FactStatement> statements = new ArrayList<>();
  final Observations observations = new Observations();
  final Map<String, List<FhirReading.Code>> codes = new HashMap<>();
  int used;
  int setAside;
  int withoutMeaning;
  int uncoded;

  Interpreter(Map<String, FactDefinition> facts, FindingSink sink) {
    this.facts = facts;
    this.sink = sink;
  }

  void interpret(List<Draft> drafts, Subject subject) {
    for (Draft draft : drafts) {
      if (draft.kind == Kind.MEDICATION) {
        References.keysOf(draft).forEach(key -> medications.putIfAbsent(key, draft));
      }
    }
    PartialDate birth = subject.patient == null ? null : subject.patient.birthDate;
    for (Draft draft : drafts) {
      if (draft.kind == Kind.PATIENT) {
        used++;
      } else if (draft.kind != Kind.MEDICATION) {
        one(draft, subject, birth);
      }
    }
    for (Draft draft : drafts) {
      if (draft.kind == Kind.MEDICATION) {
        countMedication(draft);
      }
    }
    observations.statements(statements);
  }

  private void countMedication(Draft draft) {
    if (medicationsUsed.contains(draft)) {
      used++;
    } else {
      countUnused(draft);
    }
  }

  private void countUnused(Draft draft) {
    if (draft.coded || draft.kind == Kind.QUESTIONNAIRE_RESPONSE) {
      withoutMeaning++;
    } else {
      uncoded++;
    }
  }

  private void one(Draft draft, Subject subject, @Nullable PartialDate birth) {
    if (draft.answers != null) {
      if (Standing.of(draft, sink) == Standing.ASIDE) {
        setAside++;
      } else if (subject.isAbout(draft)) {
        count(answered(draft, draft.answers), draft);
      } else {
        setAside++;
      }
      return;
    }
    List<Entry> meanings = meanings(draft);
    if (meanings.isEmpty()) {
      countUnused(draft);
      return;
    }
    Standing standing = Standing.of(draft, sink);
    if (standing == Standing.ASIDE || !subject.isAbout(draft)) {
      setAside++;
      return;
    }
    count(
        switch (draft.kind) {
          case CONDITION, ALLERGY_INTOLERANCE ->
              state(draft, meanings, Span.ofCondition(draft, standing, birth, sink));
          case MEDICATION_REQUEST, MEDICATION_STATEMENT, MEDICATION_ADMINISTRATION ->
              state(draft, meanings, Span.ofMedicine(draft, standing));
          case PROCEDURE -> state(draft, meanings, Span.ofProcedure(draft, standing, birth));
          case OBSERVATION -> observations.take(draft, meanings, sink);
          case PATIENT, MEDICATION, QUESTIONNAIRE_RESPONSE -> false;
        },
        draft);
  }

  private void count(boolean wasUsed, Draft draft) {
    if (wasUsed) {
      used++;
      codes.put(draft.where(), List.copyOf(draft.codes));
    } else {
      countUnused(draft);
    }
  }

  /** The meanings of its codes, and of the medication it refers to. */
  private List<Entry> meanings(Draft draft) {
    String reference = draft.medicationReference;
    if (reference == null) {
      return draft.meanings;
    }
    List<Entry> all = new ArrayList<>(draft.meanings);
    if (reference.startsWith("#")) {
      List<Entry> contained =
          draft.contained == null ? null : draft.contained.get(reference.substring(1));
      if (contained != null) {
        all.addAll(contained);
        return all;
      }
    }
    String key = References.key("Medication", reference);
    Draft medication = key == null ? null : medications.get(key);
    if (medication != null) {
      medicationsUsed.add(medication);
      draft.coded |= medication.coded;
      medication.codes.forEach(draft::code);
      all.addAll(medication.meanings);
    } else {
      sink.warning(
          "PX-0417",
          draft.name()
              + " refers to the medication "
              + reference
              + ", which is not in the file, so nobody can tell what it is.",
          draft.path() + ".medicationReference",
          draft.place,
          "Maybe export Medication resources too?");
    }
    return all;
  }

  private boolean state(Draft draft, List<Entry> meanings, Span span) {
    int before = statements.size();
    Set<FactDefinition> said = new HashSet<>(2);
    for (Entry entry : meanings) {
      for (Meaning meaning : entry.facts) {
        if (belongs(draft.kind, meaning.fact().group()) && said.add(meaning.fact())) {
          state(draft, span, meaning);
        }
      }
    }
    return statements.size() > before;
  }

  /** The name of a substance is an allergy in an allergy, and a medicine in a prescription. */
  private static boolean belongs(Kind kind, FactGroup group) {
    return kind == Kind.ALLERGY_INTOLERANCE
        ? group == FactGroup.ALLERGIES
        : group != FactGroup.ALLERGIES || !kind.isMedicine();
  }

  private void state(Draft draft, Span span, Meaning meaning) {
    FactDefinition fact = meaning.fact();
    boolean lastsOn = fact.group() == FactGroup.CONDITIONS || fact.group() == FactGroup.ALLERGIES;
    // A condition does not end with the procedure done about it.
    PartialDate until = lastsOn && draft.kind != Kind.PROCEDURE ? span.until() : null;
    PartialDate last = lastsOn ? null : span.until();
    for (String site : sites(draft, fact)) {
      statements.add(
          new FactStatement(
              fact.id(),
              Answer.YES,
              site.isEmpty() ? null : site,
              span.since(),
              until,
              last,
              supply(draft, meaning),
              Origin.RECORDED,
              draft.where()));
    }
  }

  /** The sites that are stated; an empty one where any is unknown or the fact has none. */
  private static Set<String> sites(Draft draft, FactDefinition fact) {
    if (!fact.sited() || draft.elsewhere) {
      return NOWHERE;
    }
    if (!draft.sites.isEmpty()) {
      return draft.sites;
    }
    return draft.siteOfCode == null ? NOWHERE : Set.of(draft.siteOfCode);
  }

  private static final Set<String> NOWHERE = Set.of("");

  private static @Nullable Supply supply(Draft draft, Meaning meaning) {
    if (!meaning.fact().supply()) {
      return null;
    }
    return switch (draft.kind) {
      case MEDICATION_REQUEST, MEDICATION_ADMINISTRATION -> Supply.PRESCRIBED;
      case MEDICATION_STATEMENT -> draft.basedOn ? Supply.PRESCRIBED : meaning.supply();
      case PATIENT,
          CONDITION,
          MEDICATION,
          ALLERGY_INTOLERANCE,
          PROCEDURE,
          OBSERVATION,
          QUESTIONNAIRE_RESPONSE ->
          meaning.supply();
    };
  }

  /** A date or a site without an answer is a yes, as in an intake file. */
  private boolean answered(Draft draft, Answers answers) {
    int before = statements.size();
    answers.byFact.forEach((key, about) -> {
      FactDefinition fact = facts.get(key);
      if (fact == null) {
        return;
      }
      Answer answer = about.answer == null ? Answer.YES : about.answer;
      Set<String> sites =
          fact.sited() && !about.elsewhere && !about.sites.isEmpty()
              ? Set.copyOf(about.sites)
              : NOWHERE;
      Supply supply =
          about.prescribed == null || !fact.supply()
              ? null
              : about.prescribed ? Supply.PRESCRIBED : Supply.BOUGHT;
      for (String site : sites.stream().sorted().toList()) {
        statements.add(
            new FactStatement(
                key,
                answer,
                site.isEmpty() ? null : site,
                about.since,
                about.until,
                about.last,
                supply,
                Origin.ANSWERED,
                draft.where()));
      }
    });
    return statements.size() > before;
  }
}
