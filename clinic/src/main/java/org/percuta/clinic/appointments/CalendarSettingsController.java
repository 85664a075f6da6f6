package org.percuta.clinic.appointments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.percuta.clinic.appointments.CalendarSettings.Bookable;
import org.percuta.clinic.appointments.CalendarSettings.Hours;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Rooms, devices, opening hours and the usual length of a visit. */
@Controller
@RequestMapping("/calendar/settings")
@Allow({Role.OWNER, Role.CLINICIAN})
class CalendarSettingsController {

  private static final String TEMPLATE = "appointments/settings";
  private static final int LONGEST_NAME = 100;

  private final CalendarSettings settings;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  CalendarSettingsController(
      CalendarSettings settings,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.settings = settings;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  record SettingsPage(Form form, int version, List<Bookable> bookables, String why) {}

  @GetMapping
  ModelAndView show(Actor actor) {
    return transactions.in(
        actor.clinic(), () -> View.of(TEMPLATE, page(Form.of(fields(settings.hours())))));
  }

  @PostMapping
  ModelAndView save(
      Actor actor,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    VisitLength usual =
        new VisitLength(
            BookingForm.minutes(form, "numbing", 0, 90),
            BookingForm.minutes(form, "handsOn", 15, 120),
            BookingForm.minutes(form, "setUp", 0, 60));
    Optional<LocalTime> opens = BookingForm.time(form, "opens");
    Optional<LocalTime> closes = BookingForm.time(form, "closes");
    if (opens.isPresent() && closes.isPresent() && !closes.get().isAfter(opens.get())) {
      form.reject("closes", "It closes at " + closes.get() + ", which is not after it opens.");
    }
    return transactions.in(
        actor.clinic(),
        () -> {
          if (form.isValid()) {
            BookingForm.checkUsual(form, usual, settings.findVisitSetting());
          }
          if (!form.isValid() || opens.isEmpty() || closes.isEmpty()) {
            return View.rejected(TEMPLATE, page(form));
          }
          if (!settings.save(new Hours(usual, opens.get(), closes.get(), version))) {
            return second(settings.hours(), typed);
          }
          audit.record(actor, Audit.Action.CHANGE, "calendar-settings", null, "hours and lengths");
          return saved(response);
        });
  }

  @PostMapping("/bookables")
  ModelAndView add(
      Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<Bookable.Kind> kind = form.choice("kind", "a room or a device", Bookable.Kind.class);
    String name = form.text("name", "a name", LONGEST_NAME);
    return transactions.in(
        actor.clinic(),
        () -> {
          if (form.isValid() && kind.isPresent() && !settings.add(kind.get(), name)) {
            form.reject(
                "name",
                "There is a "
                    + kind.get().name().toLowerCase(java.util.Locale.ROOT)
                    + " '"
                    + name
                    + "' already.");
          }
          if (!form.isValid()) {
            Map<String, String> fields = fields(settings.hours());
            fields.putAll(typed);
            Form again = Form.of(fields);
            form.faults().forEach(again::reject);
            return View.rejected(TEMPLATE, page(again));
          }
          audit.record(actor, Audit.Action.CREATE, "bookable", null, name);
          return saved(response);
        });
  }

  @PostMapping("/bookables/{bookableId}/active")
  ModelAndView setActive(
      Actor actor,
      @PathVariable UUID bookableId,
      @RequestParam boolean active,
      HttpServletResponse response) {
    return transactions.in(
        actor.clinic(),
        () -> {
          if (!settings.setActive(bookableId, active)) {
            throw new NotFound("room or device");
          }
          audit.record(
              actor, Audit.Action.CHANGE, "bookable:" + bookableId, null, "active " + active);
          return saved(response);
        });
  }

  private SettingsPage page(Form form) {
    return new SettingsPage(
        form,
        settings.hours().version(),
        settings.listBookables(),
        settings.findVisitSetting().map(setting -> setting.why()).orElse(""));
  }

  private static Map<String, String> fields(Hours hours) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("numbing", String.valueOf(hours.usual().numbing()));
    fields.put("handsOn", String.valueOf(hours.usual().handsOn()));
    fields.put("setUp", String.valueOf(hours.usual().setUp()));
    fields.put("opens", hours.opens().toString());
    fields.put("closes", hours.closes().toString());
    return fields;
  }

  private static ModelAndView second(Hours now, Map<String, String> typed) {
    Map<String, String> saved = fields(now);
    Map<String, String> again = new LinkedHashMap<>(typed);
    again.remove("_csrf");
    again.put("version", String.valueOf(now.version()));
    Map<String, String> names =
        Map.of(
            "numbing", "Numbing, minutes",
            "handsOn", "Needling, minutes",
            "setUp", "Set-up, minutes",
            "opens", "Opens",
            "closes", "Closes");
    return new SecondEdit(
            "the hours and lengths",
            saved.entrySet().stream()
                .map(field ->
                    new SecondEdit.Row(
                        names.getOrDefault(field.getKey(), ""),
                        field.getValue(),
                        typed.getOrDefault(field.getKey(), "")))
                .toList(),
            "/calendar/settings",
            again,
            "/calendar/settings")
        .page();
  }

  private ModelAndView saved(HttpServletResponse response) {
    notices.say(response, Notices.Notice.SAVED, clock.instant());
    return View.redirect("/calendar/settings");
  }
}
