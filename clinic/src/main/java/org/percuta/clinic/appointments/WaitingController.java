package org.percuta.clinic.appointments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.MergedRecords;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who waits for a place, the longest first. */
@Controller
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class WaitingController {

  private static final int LONGEST_WISH = 500;
  private static final int MOST = 200;

  private final JdbcClient sql;
  private final WaitingList waiting;
  private final Patients patients;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  WaitingController(
      JdbcClient sql,
      WaitingList waiting,
      Patients patients,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.sql = sql;
    this.waiting = waiting;
    this.patients = patients;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  /** What can become of a wish. */
  enum Outcome {
    MET,
    WITHDRAWN
  }

  record Line(
      UUID id,
      int version,
      UUID patient,
      String name,
      String phone,
      String wish,
      String when,
      String since) {}

  record WaitingPage(List<Line> lines) {}

  record WishPage(PatientBanner banner, Form form) {}

  @GetMapping("/waiting")
  ModelAndView list(Actor actor) {
    return transactions.in(
        actor.clinic(),
        () -> {
          audit.record(actor, Audit.Action.READ, "waiting-list", null, "");
          return View.of("appointments/waiting", new WaitingPage(lines(actor)));
        });
  }

  private List<Line> lines(Actor actor) {
    return sql.sql(
            "select w.*, p.patient_id as person, p.given_name || ' ' || p.family_name as name, coalesce(p.phone, '') as phone"
                + " from waiting_wish w"
                + MergedRecords.joinPerson("o", "w.patient_id")
                + " join patient p on p.clinic_id = w.clinic_id and p.patient_id = o.person"
                + " where w.clinic_id = current_clinic() and w.state = 'OPEN'"
                + " order by w.created_at, w.wish_id limit ?")
        .param(MOST)
        .query((row, number) ->
            new Line(
                row.getObject("wish_id", UUID.class),
                row.getInt("version"),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("phone"),
                row.getString("wish"),
                Dates.span(
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("until_day", LocalDate.class)),
                Dates.day(
                    row.getTimestamp("created_at").toInstant().atZone(actor.zone()).toLocalDate())))
        .list();
  }

  @GetMapping("/patients/{patientId}/waiting")
  ModelAndView fresh(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "waiting form",
        patient -> {
          LocalDate today = patients.today(actor);
          return page(
              actor,
              patient,
              Form.of(Map.of("from", today.toString(), "until", today.plusMonths(1).toString())),
              true);
        });
  }

  @PostMapping("/patients/{patientId}/waiting")
  ModelAndView add(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    return patients.open(
        actor,
        patientId,
        "waiting form",
        patient -> {
          String wish = form.text("wish", "what the patient waits for", LONGEST_WISH);
          Optional<LocalDate> from = form.day("from", "the first day");
          Optional<LocalDate> until = form.day("until", "the last day");
          if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            form.reject("until", Dates.day(until.get()) + " is before the first day.");
          } else if (until.isPresent() && until.get().isBefore(patients.today(actor))) {
            form.reject("until", Dates.day(until.get()) + " has passed.");
          }
          if (!form.isValid() || from.isEmpty() || until.isEmpty()) {
            return page(actor, patient, form, false);
          }
          waiting.add(actor, patientId, wish, from.get(), until.get());
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect("/waiting");
        });
  }

  @PostMapping("/waiting/{wishId}/outcome")
  ModelAndView settle(
      Actor actor,
      @PathVariable UUID wishId,
      @RequestParam Outcome outcome,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    return transactions.in(
        actor.clinic(),
        () -> {
          Optional<UUID> patient =
              sql.sql(
                      "update waiting_wish set state = ?, settled_by = ?, version = version + 1"
                          + " where clinic_id = current_clinic() and wish_id = ? and version = ?"
                          + " returning patient_id")
                  .params(outcome.name(), actor.name(), wishId, version)
                  .query(UUID.class)
                  .optional();
          if (patient.isEmpty()) {
            return second(actor, wishId, outcome);
          }
          audit.record(
              actor, Audit.Action.CHANGE, "waiting-wish:" + wishId, patient.get(), outcome.name());
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect("/waiting");
        });
  }

  /** Somebody else acted on the wish first. */
  private ModelAndView second(Actor actor, UUID wishId, Outcome outcome) {
    Settled now =
        sql.sql(
                "select w.*, p.patient_id as person, p.given_name || ' ' || p.family_name as name"
                    + " from waiting_wish w join patient p on p.clinic_id = w.clinic_id"
                    + " and p.patient_id = record_of(w.patient_id)"
                    + " where w.clinic_id = current_clinic() and w.wish_id = ?")
            .param(wishId)
            .query((row, number) ->
                new Settled(
                    row.getObject("person", UUID.class),
                    row.getString("name"),
                    row.getString("wish"),
                    word(row.getString("state")),
                    Optional.ofNullable(row.getString("settled_by")).orElse(""),
                    row.getInt("version")))
            .optional()
            .orElseThrow(() -> new NotFound("wish"));
    audit.record(
        actor, Audit.Action.READ, "waiting-wish:" + wishId, now.patient(), "two changes to it");
    return new SecondEdit(
            "the wish of " + now.name() + ": " + now.wish(),
            List.of(
                new SecondEdit.Row(
                    "Wish",
                    now.state() + (now.by().isEmpty() ? "" : ", by " + now.by()),
                    word(outcome.name()))),
            "/waiting/" + wishId + "/outcome",
            Map.of("outcome", outcome.name(), "version", String.valueOf(now.version())),
            "/waiting")
        .page();
  }

  private record Settled(
      UUID patient, String name, String wish, String state, String by, int version) {}

  private static String word(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
  }

  private ModelAndView page(Actor actor, Patient patient, Form form, boolean good) {
    WishPage page = new WishPage(patients.banner(actor, patient), form);
    return good ? View.of("appointments/wish", page) : View.rejected("appointments/wish", page);
  }
}
