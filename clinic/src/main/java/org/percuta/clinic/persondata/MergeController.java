package org.percuta.clinic.persondata;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Knowledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Merges two records of one person, and undoes it. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN})
class MergeController {

  private static final String TEMPLATE = "persondata/merge";
  private static final int LONGEST_NOTE = 4000;
  private static final int LONGEST_REASON = 1000;

  private final Patients patients;
  private final PatientFacts facts;
  private final Merges merges;
  private final MergeRepository repository;
  private final DuplicateRepository duplicates;
  private final PersonTables tables;
  private final Knowledge knowledge;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  MergeController(
      Patients patients,
      PatientFacts facts,
      Merges merges,
      MergeRepository repository,
      DuplicateRepository duplicates,
      PersonTables tables,
      Knowledge knowledge,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.facts = facts;
    this.merges = merges;
    this.repository = repository;
    this.duplicates = duplicates;
    this.tables = tables;
    this.knowledge = knowledge;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * One field in both records.
   *
   * @param differs whether there is something to choose
   */
  record Row(String field, String label, String kept, String other, boolean differs) {}

  /** Rows of one table in both records. */
  record Count(String words, long kept, long other) {}

  record MergeView(
      Patient kept,
      Patient other,
      List<Row> rows,
      List<Count> counts,
      List<String> disagreed,
      Form form) {}

  @GetMapping("/patients/{patientId}/merge")
  ModelAndView page(Actor actor, @PathVariable UUID patientId, @RequestParam UUID with) {
    return patients.open(
        actor,
        patientId,
        "merge of two records",
        kept -> {
          Patient other = other(actor, kept, with);
          return View.of(TEMPLATE, view(kept, other, Merges.proposed(kept, other)));
        });
  }

  @PostMapping("/patients/{patientId}/merge")
  ModelAndView merge(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam UUID with,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return patients.open(
        actor,
        patientId,
        "merge of two records",
        before -> {
          repository.lock(before.id(), with);
          Patient kept = patients.get(before.id());
          Patient other = other(actor, kept, with);
          Form form = Form.of(typed);
          String reason = form.text("reason", "why they are one person", LONGEST_REASON);
          boolean bothNotes = form.is(MergeFields.NOTE.field(), Merges.BOTH);
          if (bothNotes && kept.note().length() + other.note().length() >= LONGEST_NOTE) {
            form.reject("note", "Together the notes are too long. Choose one of them.");
          }
          if (repository.isBookedTwice(kept.id(), other.id())) {
            form.reject(
                "reason",
                "Both have an appointment at the same time. Move or cancel one of them first.");
          }
          if (!form.is("keptVersion", kept.version())
              || !form.is("otherVersion", other.version())) {
            form.reject(
                "reason",
                "Somebody changed one of the records while this page was open. Look again at what"
                    + " is chosen below, then merge.");
            return View.with(HttpStatus.CONFLICT, TEMPLATE, view(kept, other, form));
          }
          if (!form.isValid()) {
            return View.rejected(TEMPLATE, view(kept, other, form));
          }
          merges.link(actor, kept, other, form, reason);
          notices.say(response, Notices.Notice.MERGED, clock.instant());
          return View.redirect("/patients/" + kept.id());
        });
  }

  @PostMapping("/patients/{patientId}/merges/{mergeId}/undo")
  ModelAndView undo(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID mergeId,
      HttpServletResponse response) {
    UUID merged =
        patients.open(
            actor,
            patientId,
            "undo of a merge",
            patient -> {
              repository.find(mergeId).ifPresent(one -> repository.lock(one.kept(), one.merged()));
              MergeRepository.Merge merge =
                  repository
                      .find(mergeId)
                      .filter(one -> one.undone() == null && one.kept().equals(patientId))
                      .orElseThrow(() -> new NotFound("merge that stands"));
              repository.undo(mergeId, actor.name(), clock.instant());
              duplicates.setApart(merge.kept(), merge.merged(), actor.name(), clock.instant());
              String subject = "patient-merge:" + mergeId;
              audit.record(actor, Audit.Action.WITHDRAW, subject, merge.kept(), "merge undone");
              audit.record(actor, Audit.Action.WITHDRAW, subject, merge.merged(), "merge undone");
              return merge.merged();
            });
    notices.say(response, Notices.Notice.SEPARATED, clock.instant());
    return View.redirect("/patients/" + merged);
  }

  /** The other record, which is opened too. */
  private Patient other(Actor actor, Patient kept, UUID with) {
    Patient other = patients.get(with);
    if (other.id().equals(kept.id())) {
      throw new NotFound("second record");
    }
    audit.record(
        actor, Audit.Action.READ, "patient:" + other.id(), other.id(), "merge of two records");
    return other;
  }

  private MergeView view(Patient kept, Patient other, Form form) {
    List<MergeFields> differing = MergeFields.differing(kept, other);
    List<Row> rows = new ArrayList<>();
    for (MergeFields field : MergeFields.values()) {
      rows.add(
          new Row(
              field.field(),
              field.label(),
              field.value(kept),
              field.value(other),
              differing.contains(field)));
    }
    Map<PersonTables.Table, Long> ofOther = tables.counts(tables.ids(other.id()));
    List<Count> counts = new ArrayList<>();
    tables
        .counts(tables.ids(kept.id()))
        .forEach((table, rowsOfKept) -> {
          long rowsOfOther = ofOther.getOrDefault(table, 0L);
          if (rowsOfKept + rowsOfOther > 0 && !table.name().equals("patient")) {
            counts.add(new Count(table.words(), rowsOfKept, rowsOfOther));
          }
        });
    return new MergeView(
        kept,
        other,
        List.copyOf(rows),
        List.copyOf(counts),
        facts.listDisagreed(kept.id(), other.id()).stream().map(this::label).toList(),
        form);
  }

  private String label(String fact) {
    FactDefinition known = knowledge.facts().get(fact);
    return known == null ? fact.replace('-', ' ') : known.label();
  }

  /** For the template: a day written out. */
  static String born(Patient patient) {
    return Dates.day(patient.birthDate());
  }
}
