package org.percuta.clinic.messages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.percuta.clinic.signin.VisitLinks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The messages of one patient, what the patient wishes about them, and a link by e-mail. */
@Controller
@RequestMapping("/patients/{patientId}/messages")
@Allow({Role.OWNER, Role.CLINICIAN, Role.PRACTITIONER, Role.FRONT_DESK})
class PatientMessagesController {

  private static final String TEMPLATE = "messages/patient";
  private static final int LONGEST_ZONE = 60;
  private static final int MOST = 200;

  private final MessageRepository repository;
  private final MessagePreferences preferences;
  private final MessagePlan plan;
  private final MessagePages pages;
  private final Patients patients;
  private final VisitLinks links;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  PatientMessagesController(
      MessageRepository repository,
      MessagePreferences preferences,
      MessagePlan plan,
      MessagePages pages,
      Patients patients,
      VisitLinks links,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.repository = repository;
    this.preferences = preferences;
    this.plan = plan;
    this.pages = pages;
    this.patients = patients;
    this.links = links;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(Actor actor, @PathVariable UUID patientId) {
    return patients.open(
        actor,
        patientId,
        "messages",
        patient -> {
          Addressee to = preferences.addressee(patientId);
          return View.of(
              TEMPLATE, pages.ofPatient(actor, patient, Form.of(fields(to)), to.version()));
        });
  }

  @PostMapping("/preferences")
  ModelAndView save(
      Actor actor,
      @PathVariable UUID patientId,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    String zone = form.optionalText("zone", "a time zone", LONGEST_ZONE);
    if (form.isValid() && !zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      form.reject("zone", "'" + zone + "' is not a time zone. Write it as Europe/Lisbon.");
    }
    boolean noEmail = form.is("noEmail", "yes");
    return patients.open(
        actor,
        patientId,
        "messages",
        patient -> {
          if (!form.isValid()) {
            return View.rejected(TEMPLATE, pages.ofPatient(actor, patient, form, version));
          }
          if (!preferences.save(patientId, zone, noEmail, version, clock.instant())) {
            return second(patient, zone, noEmail);
          }
          audit.record(
              actor, Audit.Action.CHANGE, "message-preference:" + patientId, patientId, "");
          planAnew(actor, patientId);
          notices.say(response, Notices.Notice.SAVED, clock.instant());
          return View.redirect(address(patientId));
        });
  }

  /** Another zone is another moment. */
  private void planAnew(Actor actor, UUID patient) {
    List<Message> waiting =
        repository.listOf(patient, MOST).stream()
            .filter(message -> message.state() == MessageState.WAITING)
            .toList();
    distinct(waiting.stream().map(Message::course)).forEach(course -> plan.course(actor, course));
    distinct(waiting.stream().map(Message::appointment))
        .forEach(appointment -> plan.appointment(actor, appointment, false));
  }

  private static List<UUID> distinct(Stream<UUID> ids) {
    return ids.filter(Objects::nonNull).distinct().toList();
  }

  private ModelAndView second(Patient patient, String zone, boolean noEmail) {
    Addressee now = preferences.addressee(patient.id());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("zone", zone);
    fields.put("noEmail", noEmail ? "yes" : "");
    fields.put("version", String.valueOf(now.version()));
    return new SecondEdit(
            "the wishes of " + patient.name(),
            List.of(
                new SecondEdit.Row("Time zone", now.ownZone(), zone),
                new SecondEdit.Row("E-mail messages", wish(now.noEmail()), wish(noEmail))),
            address(patient.id()) + "/preferences",
            fields,
            address(patient.id()))
        .page();
  }

  private static String wish(boolean noEmail) {
    return noEmail ? "not wanted" : "wanted";
  }

  @PostMapping("/link")
  ModelAndView link(Actor actor, @PathVariable UUID patientId, HttpServletResponse response) {
    return patients.open(
        actor,
        patientId,
        "messages",
        patient -> {
          Addressee to = preferences.addressee(patientId);
          String why = pages.noLink(patient, to);
          if (why.isEmpty() && !plan.link(actor, patient, links.life().toDays())) {
            why = "A link is on its way already.";
          }
          if (!why.isEmpty()) {
            Form form = Form.of(fields(to)).reject("link", why);
            return View.rejected(TEMPLATE, pages.ofPatient(actor, patient, form, to.version()));
          }
          notices.say(response, Notices.Notice.ADDED, clock.instant());
          return View.redirect(address(patientId));
        });
  }

  private static Map<String, String> fields(Addressee to) {
    return Map.of("zone", to.ownZone(), "noEmail", to.noEmail() ? "yes" : "");
  }

  private static String address(UUID patient) {
    return "/patients/" + patient + "/messages";
  }
}
