package org.percuta.clinic.messages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Allow;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.platform.web.Notices;
import org.percuta.clinic.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The hours in which messages go out. */
@Controller
@RequestMapping("/messages/settings")
@Allow({Role.OWNER, Role.CLINICIAN})
class MessageSettingsController {

  private static final String TEMPLATE = "messages/settings";
  private static final String OWN = "/messages/settings";

  /** Outside of these it is night for most people. */
  private static final LocalTime EARLIEST = LocalTime.of(6, 0);

  private static final LocalTime LATEST = LocalTime.of(22, 0);

  private final MessagePreferences preferences;
  private final DailyPlan daily;
  private final ClinicTransactions transactions;
  private final Audit audit;
  private final Notices notices;
  private final Clock clock;

  MessageSettingsController(
      MessagePreferences preferences,
      DailyPlan daily,
      ClinicTransactions transactions,
      Audit audit,
      Notices notices,
      Clock clock) {
    this.preferences = preferences;
    this.daily = daily;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(Actor actor) {
    return transactions.in(
        actor.clinic(),
        () -> {
          SendingHours hours = preferences.hours();
          Form form =
              Form.of(Map.of("from", hours.from().toString(), "until", hours.until().toString()));
          return View.of(TEMPLATE, new MessageView.SettingsPage(form, hours.version()));
        });
  }

  @PostMapping
  ModelAndView save(
      Actor actor,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response) {
    Form form = Form.of(typed);
    Optional<LocalTime> from = time(form, "from");
    Optional<LocalTime> until = time(form, "until");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get().plusHours(1))) {
      form.reject("until", "Leave at least an hour after " + from.get() + ".");
    }
    if (!form.isValid() || from.isEmpty() || until.isEmpty()) {
      return View.rejected(TEMPLATE, new MessageView.SettingsPage(form, version));
    }
    ModelAndView answer =
        transactions.in(
            actor.clinic(),
            () -> {
              if (!preferences.save(new SendingHours(from.get(), until.get(), version))) {
                return second(preferences.hours(), from.get(), until.get());
              }
              audit.record(actor, Audit.Action.CHANGE, "message-settings", null, "hours");
              notices.say(response, Notices.Notice.SAVED, clock.instant());
              return View.redirect(OWN);
            });
    daily.again(actor.clinic());
    return answer;
  }

  private static Optional<LocalTime> time(Form form, String field) {
    String text = form.value(field).strip();
    try {
      LocalTime time = LocalTime.parse(text.length() == 4 ? "0" + text : text);
      if (time.getSecond() == 0 && !time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
        return Optional.of(time);
      }
      form.reject(field, "Choose a time from " + EARLIEST + " to " + LATEST + ", not the night.");
    } catch (DateTimeException e) {
      form.reject(
          field,
          text.isEmpty()
              ? "Enter the time, for example 09:00."
              : "'" + text + "' is not a time. Write it as 09:00.");
    }
    return Optional.empty();
  }

  private static ModelAndView second(SendingHours now, LocalTime from, LocalTime until) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("from", from.toString());
    fields.put("until", until.toString());
    fields.put("version", String.valueOf(now.version()));
    return new SecondEdit(
            "the hours of messages",
            List.of(
                new SecondEdit.Row("From", now.from().toString(), from.toString()),
                new SecondEdit.Row("Until", now.until().toString(), until.toString())),
            OWN,
            fields,
            OWN)
        .page();
  }
}
