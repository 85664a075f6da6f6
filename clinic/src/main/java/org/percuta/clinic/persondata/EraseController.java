package org.percuta.clinic.persondata;

import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Erases a person: every row of theirs, for good. */
@Controller
@Allow(Role.OWNER)
class EraseController {

  private static final String TEMPLATE = "persondata/erase";
  private static final String RESTRICT_VIOLATION = "23001";
  private static final int LONGEST_REASON = 1000;
  private static final int SHORTEST_NAME = 3;

  private final Patients patients;
  private final PersonTables tables;
  private final LegalHolds holds;
  private final JdbcClient sql;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  EraseController(
      Patients patients,
      PersonTables tables,
      LegalHolds holds,
      JdbcClient sql,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.patients = patients;
    this.tables = tables;
    this.holds = holds;
    this.sql = sql;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  record Held(String words, long rows) {}

  /**
   * @param holds why it is refused, in words; none when it may go on
   */
  record EraseView(
      PatientBanner banner,
      String family,
      List<Held> goes,
      List<Held> stays,
      List<String> holds,
      int records,
      Form form) {}

  private record Erased(String name, long rows) {}

  @GetMapping("/patients/{patientId}/erase")
  ModelAndView page(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "erasure form",
        patient -> View.of(TEMPLATE, view(actor, patient, Form.empty())));
  }

  @PostMapping("/patients/{patientId}/erase")
  ModelAndView erase(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    try {
      return patients.open(
          actor, patientId, "erasure", patient -> erased(actor, patient, typed, response));
    } catch (DataAccessException e) {
      if (!isHeld(e)) {
        throw e;
      }
      // A hold that came in the same moment; the page now shows it.
      return patients.open(
          actor,
          patientId,
          "erasure form",
          patient -> View.rejected(TEMPLATE, view(actor, patient, Form.of(typed))));
    }
  }

  private ModelAndView erased(
      Actor actor, Patient patient, Map<String, String> typed, HttpServletResponse response) {
    Form form = Form.of(typed);
    String reason = form.text("reason", "why it is erased", LONGEST_REASON);
    if (names(reason, patient)) {
      form.reject("reason", "Leave the name out: this reason stays when the person is erased.");
    }
    if (!form.value("family").strip().equalsIgnoreCase(patient.familyName().strip())) {
      form.reject("family", "Type the family name as it stands above, to be sure who it is.");
    }
    EraseView view = view(actor, patient, form);
    if (!form.isValid() || !view.holds().isEmpty()) {
      return View.rejected(TEMPLATE, view);
    }
    List<UUID> ids = tables.ids(patient.id());
    List<Erased> gone =
        sql.sql("select * from erase_person(?, ?, ?)")
            .params(patient.id(), reason, actor.name())
            .query((row, number) -> new Erased(row.getString("name"), row.getLong("rows")))
            .list();
    String rows =
        gone.stream().map(one -> one.name() + " " + one.rows()).collect(Collectors.joining(", "));
    ids.forEach(id ->
        audit.record(
            actor,
            Audit.Action.ERASE,
            "patient:" + id,
            id,
            id.equals(patient.id()) ? rows : "with patient:" + patient.id()));
    notices.say(response, Notices.Notice.ERASED, clock.instant());
    return View.redirect("/patients");
  }

  private EraseView view(Actor actor, Patient patient, Form form) {
    List<Held> goes = new ArrayList<>();
    List<Held> stays = new ArrayList<>();
    List<UUID> ids = tables.ids(patient.id());
    tables
        .counts(ids)
        .forEach((table, rows) -> {
          if (rows > 0) {
            (table.stays() ? stays : goes).add(new Held(table.words(), rows));
          }
        });
    return new EraseView(
        patients.banner(actor, patient),
        patient.familyName(),
        List.copyOf(goes),
        List.copyOf(stays),
        holds.list(patient.id()).stream()
            .filter(LegalHolds.Hold::inForce)
            .map(EraseController::words)
            .toList(),
        ids.size(),
        form);
  }

  private static String words(LegalHolds.Hold hold) {
    return hold.reason()
        + ". Put on by "
        + hold.by()
        + Optional.ofNullable(hold.until())
            .map(day -> ", until " + Dates.day(day))
            .orElse(", until it is lifted")
        + ".";
  }

  private static boolean names(String reason, Patient patient) {
    String text = reason.toLowerCase(Locale.ROOT);
    return List.of(patient.familyName(), patient.givenName()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT).strip())
        .anyMatch(name -> name.length() >= SHORTEST_NAME && text.contains(name));
  }

  private static boolean isHeld(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException problem
          && RESTRICT_VIOLATION.equals(problem.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
