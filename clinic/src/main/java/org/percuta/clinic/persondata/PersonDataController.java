package org.percuta.clinic.persondata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is held about one person: an overview, the copy they may have, and legal holds. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN})
class PersonDataController {

  private static final String TEMPLATE = "persondata/data";
  private static final int LONGEST_REASON = 1000;
  private static final int MOST_YEARS = 100;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final Patients patients;
  private final PersonTables tables;
  private final MergeRepository merges;
  private final LegalHolds holds;
  private final PersonExport export;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  PersonDataController(
      Patients patients,
      PersonTables tables,
      MergeRepository merges,
      LegalHolds holds,
      PersonExport export,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.tables = tables;
    this.merges = merges;
    this.holds = holds;
    this.export = export;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  record Held(String words, long rows) {}

  /**
   * @param undoable whether it stands and this is the record that was kept
   */
  record MergeLine(
      UUID id, String words, String reason, String by, String undone, boolean undoable) {}

  record HoldLine(
      UUID id, String reason, String until, String by, String lifted, boolean inForce) {}

  record DataView(
      PatientBanner banner,
      List<Held> held,
      List<MergeLine> merges,
      List<HoldLine> holds,
      boolean owner,
      Form form) {}

  @GetMapping("/patients/{patientId}/data")
  ModelAndView show(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "data held",
        patient -> View.of(TEMPLATE, view(actor, patient, Form.empty())));
  }

  /** Goes through a file of this request's own, gone when it is sent: nothing is sent unaudited. */
  @GetMapping("/patients/{patientId}/export")
  ResponseEntity<Resource> export(Actor actor, @PathVariable UUID patientId) throws IOException {
    Path file = Files.createTempFile("percuta-export", ".zip");
    try {
      patients.open(
          actor,
          patientId,
          "copy of the data",
          patient -> {
            write(actor, patient, file);
            audit.record(actor, Audit.Action.EXPORT, "patient:" + patientId, patientId, "");
            return true;
          });
      long length = Files.size(file);
      InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType("application/zip"))
          .contentLength(length)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename("patient-" + patientId + ".zip")
                  .build()
                  .toString())
          .cacheControl(CacheControl.noStore())
          .body(new InputStreamResource(content));
    } catch (RuntimeException | IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void write(Actor actor, Patient patient, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      export.write(actor, patient, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PostMapping("/patients/{patientId}/holds")
  @Allow(Role.OWNER)
  ModelAndView hold(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "legal holds",
        patient -> {
          String reason = form.text("reason", "why the data must be kept", LONGEST_REASON);
          Optional<LocalDate> until =
              form.value("until").isBlank() ? Optional.empty() : form.day("until", "a day");
          LocalDate today = patients.today(actor);
          if (until.isPresent() && until.get().isBefore(today)) {
            form.reject("until", Dates.day(until.get()) + " has passed. Choose a later day.");
          } else if (until.isPresent() && until.get().isAfter(today.plusYears(MOST_YEARS))) {
            form.reject("until", Dates.day(until.get()) + " is more than 100 years ahead.");
          }
          if (!form.isValid()) {
            return View.rejected(TEMPLATE, view(actor, patient, form));
          }
          holds.place(actor, patientId, reason, until.orElse(null));
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect("/patients/" + patientId + "/data");
        });
  }

  @PostMapping("/patients/{patientId}/holds/{holdId}/lift")
  @Allow(Role.OWNER)
  ModelAndView lift(
      Actor actor,
      @PathVariable UUID patientId,
      @PathVariable UUID holdId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    String field = "lift-" + holdId;
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "legal holds",
        patient -> {
          if (holds.list(patientId).stream().noneMatch(one -> one.id().equals(holdId))) {
            throw new NotFound("legal hold");
          }
          String reason = form.text(field, "why it is lifted", LONGEST_REASON);
          if (form.isValid()
              && !holds.lift(patientId, holdId, reason, actor.name(), clock.instant())) {
            form.reject(field, "Somebody lifted it a moment ago.");
          }
          if (!form.isValid()) {
            return View.rejected(TEMPLATE, view(actor, patient, form));
          }
          audit.record(actor, Audit.Action.WITHDRAW, "legal-hold:" + holdId, patientId, "");
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect("/patients/" + patientId + "/data");
        });
  }

  private DataView view(Actor actor, Patient patient, Form form) {
    List<Held> held = new ArrayList<>();
    tables
        .counts(tables.ids(patient.id()))
        .forEach((table, rows) -> {
          if (rows > 0) {
            held.add(new Held(table.words(), rows));
          }
        });
    return new DataView(
        patients.banner(actor, patient),
        List.copyOf(held),
        merges.list(patient.id()).stream().map(one -> line(actor, patient, one)).toList(),
        holds.list(patient.id()).stream().map(one -> line(actor, one)).toList(),
        actor.is(Role.OWNER),
        form);
  }

  private static MergeLine line(Actor actor, Patient patient, MergeRepository.Merge merge) {
    Instant undone = merge.undone();
    return new MergeLine(
        merge.id(),
        "Record of " + merge.mergedName() + " merged into that of " + merge.keptName(),
        merge.reason(),
        merge.by() + ", " + at(actor, merge.at()),
        undone == null ? "" : "Undone by " + merge.undoneBy() + ", " + at(actor, undone),
        undone == null && merge.kept().equals(patient.id()));
  }

  private static HoldLine line(Actor actor, LegalHolds.Hold hold) {
    LocalDate until = hold.until();
    Instant lifted = hold.lifted();
    return new HoldLine(
        hold.id(),
        hold.reason(),
        until == null ? "Until it is lifted" : "Until " + Dates.day(until),
        "Put on by " + hold.by() + ", " + at(actor, hold.at()),
        lifted == null
            ? ""
            : "Lifted by " + hold.liftedBy() + ", " + at(actor, lifted) + ": " + hold.liftReason(),
        hold.inForce());
  }

  private static String at(Actor actor, Instant instant) {
    return AT.format(instant.atZone(actor.zone()));
  }
}
