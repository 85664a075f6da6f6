package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.fhir.read.CodeIndex.Entry;
import org.percuta.fhir.read.TypeReader.Coding;
import org.percuta.quantity.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the elements of one resource into a draft. */
final class ResourceReader {

  private final Cursor at;
  private final JsonParser parser;
  private final CodeIndex codes;
  private final TypeReader types;
  private final QuestionnaireReader questionnaire;

  ResourceReader(Cursor at, CodeIndex codes, QuestionnaireReader questionnaire) {
    this.at = at;
    this.parser = at.parser;
    this.codes = codes;
    this.types = new TypeReader(at);
    this.questionnaire = questionnaire;
  }

  /** From a property name, or the end, of the resource to its end. */
  void read(Draft draft) {
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_OBJECT;
        token = parser.nextToken()) {
      Field field = Field.of(parser.currentName());
      if (field != null && !draft.isNew(field)) {
        at.complain(
            "PX-0410",
            "'" + parser.currentName() + "' stands twice in one object; the last one is used.",
            "Maybe two exports were joined by hand?");
      }
      JsonToken value = parser.nextToken();
      if (field == null || value == JsonToken.VALUE_NULL || isIdle(draft, field)) {
        parser.skipChildren();
      } else {
        element(draft, field);
      }
    }
  }

  /**
   * Most of a record is observations whose code stands for nothing here; of those only the subject
   * is read on.
   */
  private static boolean isIdle(Draft draft, Field field) {
    return draft.kind == Kind.OBSERVATION
        && draft.coded
        && draft.meanings.isEmpty()
        && field != Field.SUBJECT;
  }

  private void element(Draft draft, Field field) {
    switch (field) {
      case ID -> draft.id = at.text();
      case META -> draft.updated = meta();
      case STATUS -> draft.status = at.text();
      case INTENT -> draft.intent = at.text();
      case DO_NOT_PERFORM -> draft.doNotPerform = at.truth();
      case CLINICAL_STATUS ->
          types.concept(false, (system, code, text) -> draft.clinicalStatus = code);
      case VERIFICATION_STATUS ->
          types.concept(false, (system, code, text) -> draft.verificationStatus = code);
      case CODE, MEDICATION_CONCEPT -> code(draft);
      case MEDICATION_REFERENCE -> draft.medicationReference = types.reference();
      case SUBJECT, PATIENT -> draft.subject = types.reference();
      case BODY_SITE -> types.each(() -> bodySite(draft));
      case ONSET_DATE -> draft.began = at.date();
      case ONSET_PERIOD -> draft.began = types.period().start();
      case ONSET_AGE -> draft.beganAge = types.age();
      case ABATEMENT_DATE -> draft.ended = at.date();
      case ABATEMENT_PERIOD -> draft.ended = types.period().end();
      case ABATEMENT_AGE -> draft.endedAge = types.age();
      case ABATEMENT_BOOLEAN -> draft.abated = at.truth();
      case ABATEMENT_STRING, ABATEMENT_RANGE -> {
        draft.abated = true;
        parser.skipChildren();
      }
      case RECORDED_DATE, AUTHORED_ON, DATE_ASSERTED, ISSUED -> draft.recorded = at.date();
      case PERFORMED_DATE, EFFECTIVE_DATE, EFFECTIVE_INSTANT -> {
        draft.began = at.date();
        draft.ended = draft.began;
      }
      case PERFORMED_PERIOD, EFFECTIVE_PERIOD -> {
        TypeReader.Period period = types.period();
        draft.began = period.start();
        draft.ended = period.end();
      }
      case PERFORMED_AGE -> {
        draft.beganAge = types.age();
        draft.endedAge = draft.beganAge;
      }
      case DISPENSE_REQUEST -> dispenseRequest(draft);
      case DOSAGE_INSTRUCTION -> types.each(() -> dosage(draft));
      case BASED_ON -> {
        draft.basedOn = true;
        parser.skipChildren();
      }
      case CONTAINED -> types.each(() -> contained(draft));
      case INGREDIENT -> types.each(() -> ingredient(draft));
      case REACTION -> types.each(() -> reaction(draft));
      case VALUE_CONCEPT ->
          types.concept(false, (system, code, text) -> value(draft, system, code));
      case VALUE_BOOLEAN -> draft.yes = at.truth();
      case VALUE_QUANTITY -> quantity(draft);
      case NAME -> {
        if (draft.kind == Kind.PATIENT) {
          types.each(() -> types.name(draft));
        } else {
          parser.skipChildren();
        }
      }
      case BIRTH_DATE -> draft.birthDate = at.date();
      case GENDER -> draft.gender = at.text();
      case DECEASED_BOOLEAN -> draft.deceased |= at.truth();
      case DECEASED_DATE -> {
        draft.deceased = true;
        parser.skipChildren();
      }
      case ITEM -> {
        if (draft.kind == Kind.QUESTIONNAIRE_RESPONSE) {
          questionnaire.items(at, types, answers(draft));
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private static Answers answers(Draft draft) {
    Answers answers = draft.answers == null ? new Answers() : draft.answers;
    draft.answers = answers;
    return answers;
  }

  private @Nullable PartialDate meta() {
    PartialDate updated = null;
    if (at.isObject()) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        boolean wanted = parser.currentName().equals("lastUpdated");
        parser.nextToken();
        if (wanted) {
          updated = at.date();
        } else {
          parser.skipChildren();
        }
      }
    }
    return updated;
  }

  private void code(Draft draft) {
    types.concept(
        false,
        (system, code, text) -> {
          Entry entry = entry(draft, system, code);
          if (entry != null && system != null && code != null) {
            draft.mean(entry);
            if (draft.siteOfCode == null) {
              draft.siteOfCode = codes.siteOf(system, code);
            }
          }
        });
  }

  /** What a code stands for; that there was a code is noted. */
  private @Nullable Entry entry(Draft draft, @Nullable String system, @Nullable String code) {
    draft.coded |= code != null;
    if (system == null || code == null) {
      return null;
    }
    Entry entry = codes.find(system, code);
    if (entry != null) {
      draft.code(new FhirReading.Code(system, code));
    }
    return entry;
  }

  private Coding into(Draft draft, List<Entry> found) {
    return (system, code, text) -> {
      Entry entry = entry(draft, system, code);
      if (entry != null) {
        found.add(entry);
      }
    };
  }

  private void value(Draft draft, @Nullable String system, @Nullable String code) {
    Entry entry = system == null || code == null ? null : codes.find(system, code);
    if (entry != null && entry.answer != null && draft.answer == null) {
      draft.answer = entry.answer;
    }
  }

  /** An unknown place counts as every place, so one unknown among several makes all unknown. */
  private void bodySite(Draft draft) {
    String[] site = new String[1];
    types.concept(
        true,
        (system, code, text) -> {
          if (site[0] == null) {
            site[0] = types.site(codes, system, code, text);
          }
        });
    if (site[0] == null) {
      draft.elsewhere = true;
    } else {
      draft.at(site[0]);
    }
  }

  private void dispenseRequest(Draft draft) {
    if (!at.isObject()) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "validityPeriod" -> {
          TypeReader.Period period = types.period();
          draft.supplied = PartialDates.later(draft.supplied, period.end());
          draft.began = period.start();
        }
        case "expectedSupplyDuration" -> draft.supplyDays = types.days();
        case "numberOfRepeatsAllowed" -> {
          double repeats = at.number();
          draft.repeats = repeats >= 0 && repeats <= 99 ? (int) repeats : 0;
        }
        default -> parser.skipChildren();
      }
    }
  }

  /** {@code dosageInstruction.timing.repeat.boundsPeriod.end}. */
  private void dosage(Draft draft) {
    types.inside(
        "timing",
        () ->
            types.inside(
                "repeat",
                () ->
                    types.inside(
                        "boundsPeriod",
                        () ->
                            types.inside(
                                "end",
                                () ->
                                    draft.supplied =
                                        PartialDates.later(draft.supplied, at.date())))));
  }

  private void contained(Draft draft) {
    if (!at.isObject()) {
      return;
    }
    List<Entry> found = new ArrayList<>(1);
    String id = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = at.text();
        case "code" -> types.lenientConcept(into(draft, found));
        case "ingredient" -> types.each(() -> ingredient(draft, found));
        default -> parser.skipChildren();
      }
    }
    if (id != null) {
      draft.contain(id, found);
    }
  }

  private void ingredient(Draft draft) {
    List<Entry> found = new ArrayList<>(1);
    ingredient(draft, found);
    found.forEach(draft::mean);
  }

  /** Inactive ingredients are left out. */
  private void ingredient(Draft draft, List<Entry> into) {
    if (!at.isObject()) {
      return;
    }
    boolean active = true;
    List<Entry> found = new ArrayList<>(1);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "isActive" -> active = at.truth();
        case "itemCodeableConcept" -> types.concept(false, into(draft, found));
        default -> parser.skipChildren();
      }
    }
    if (active) {
      into.addAll(found);
    }
  }

  private void reaction(Draft draft) {
    types.inside("substance", () -> code(draft));
  }

  private void quantity(Draft draft) {
    TypeReader.Quantity quantity = types.quantity();
    draft.quantity = quantity.value();
    draft.unit = quantity.unit();
  }
}
