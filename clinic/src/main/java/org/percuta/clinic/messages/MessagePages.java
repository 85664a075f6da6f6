package org.percuta.clinic.messages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.signin.VisitLinks;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes what the pages of messages show; call within a clinic transaction. */
@Component
class MessagePages {

  static final int PAGE = 50;
  private static final int MOST_OF_A_PATIENT = 200;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final MessageRepository repository;
  private final MessagePreferences preferences;
  private final Patients patients;
  private final Protocols protocols;
  private final VisitLinks links;
  private final MailSettings settings;
  private final Clock clock;

  MessagePages(
      MessageRepository repository,
      MessagePreferences preferences,
      Patients patients,
      Protocols protocols,
      VisitLinks links,
      MailSettings settings,
      Clock clock) {
    this.repository = repository;
    this.preferences = preferences;
    this.patients = patients;
    this.protocols = protocols;
    this.links = links;
    this.settings = settings;
    this.clock = clock;
  }

  MessageView.OutboxPage outbox(Actor actor, MessageFilter filter, String words, int page) {
    Instant now = clock.instant();
    Map<MessageFilter, Integer> counts =
        words.isEmpty()
            ? repository.count(MessageFilter.OPEN, now, MessageFilter.COUNTED)
            : Map.of();
    List<MessageView.Tab> tabs = new ArrayList<>();
    for (MessageFilter one : MessageFilter.values()) {
      tabs.add(
          new MessageView.Tab(
              one.word(),
              counts.containsKey(one) ? MessageFilter.counted(counts.get(one)) : null,
              address(one, words, 1),
              one == filter));
    }
    List<Message> found = repository.list(filter, words, now, PAGE + 1, (page - 1) * PAGE);
    return new MessageView.OutboxPage(
        settings.isSet(),
        actor.is(Role.OWNER) || actor.is(Role.CLINICIAN),
        filter.key(),
        words,
        List.copyOf(tabs),
        found.stream().limit(PAGE).map(message -> line(message, actor.zone(), now)).toList(),
        page > 1 ? address(filter, words, page - 1) : null,
        found.size() > PAGE ? address(filter, words, page + 1) : null);
  }

  private static String address(MessageFilter filter, String words, int page) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/messages").queryParam("show", filter.key());
    if (!words.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (page > 1) {
      address.queryParam("page", page);
    }
    return address.encode().buildAndExpand(Map.of("q", words)).toUriString();
  }

  MessageView.PatientPage ofPatient(Actor actor, Patient patient, Form form, int version) {
    Instant now = clock.instant();
    Addressee to = preferences.addressee(patient.id());
    return new MessageView.PatientPage(
        patients.banner(actor, patient),
        settings.isSet(),
        repository.listOf(patient.id(), MOST_OF_A_PATIENT).stream()
            .map(message -> line(message, actor.zone(), now))
            .toList(),
        form,
        version,
        to.clinicZone().getId(),
        noLink(patient, to),
        links.life().toDays());
  }

  /** Why no link can be sent to this patient by e-mail; empty when it can. */
  String noLink(Patient patient, Addressee to) {
    if (!settings.isSet()) {
      return "No mail server is set.";
    }
    if (settings.patientAddress().isEmpty()) {
      return "The address at which patients reach this application is not set.";
    }
    if (patient.email().isEmpty()) {
      return "There is no e-mail address in the record.";
    }
    return to.noEmail() ? "The patient wants no e-mail messages." : "";
  }

  MessageView.OnePage one(Actor actor, Patient patient, Message message, Form form) {
    Instant now = clock.instant();
    Addressee to = preferences.addressee(patient.id());
    boolean elsewhere = !to.zone().equals(actor.zone());
    return new MessageView.OnePage(
        patients.banner(actor, patient),
        message.id(),
        message.version(),
        what(message),
        state(message, now),
        tag(message, now),
        detail(message, now),
        AT.format(message.due().atZone(actor.zone()))
            + (elsewhere
                ? " (" + AT.format(message.due().atZone(to.zone())) + " in " + to.zone() + ")"
                : ""),
        AT.format(message.usefulUntil().atZone(actor.zone())),
        message.sentTo().isEmpty()
            ? message.email().isEmpty() ? "No e-mail address" : message.email()
            : message.sentTo(),
        message.subject(),
        message.body(),
        items(actor, message),
        message.state().decisions().stream()
            .map(decision -> new MessageView.Button(decision, decision.word()))
            .toList(),
        form);
  }

  private List<MessageView.Item> items(Actor actor, Message message) {
    Knowledge knowledge = protocols.of(actor.clinic()).knowledge();
    Traces traces = Traces.of(knowledge);
    Map<String, CalendarItem> known = new HashMap<>();
    knowledge.calendar().forEach(item -> known.put(item.id(), item));
    return message.items().stream()
        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
        .map(item -> new MessageView.Item(item.text(), traces.of(item)))
        .toList();
  }

  private MessageView.Line line(Message message, ZoneId zone, Instant now) {
    Instant done = message.doneAt();
    return new MessageView.Line(
        message.id(),
        AT.format((done == null ? message.due() : done).atZone(zone)),
        message.patient(),
        message.patientName(),
        what(message),
        state(message, now),
        tag(message, now),
        detail(message, now));
  }

  private static String what(Message message) {
    return message.session() == 0
        ? message.kind().word()
        : message.kind().word() + ", session " + message.session();
  }

  private String state(Message message, Instant now) {
    if (message.state() != MessageState.WAITING) {
      return message.state().word();
    }
    if (message.heldBack()) {
      return "Waits for the session";
    }
    if (message.email().isEmpty() || message.noEmail()) {
      return "To hand over or print";
    }
    if (message.due().isAfter(now)) {
      return MessageState.WAITING.word();
    }
    return settings.isSet() ? "Due" : "Not sent";
  }

  private String tag(Message message, Instant now) {
    boolean asks =
        message.state() == MessageState.WAITING
            && !message.heldBack()
            && !message.due().isAfter(now)
            && (!settings.isSet() || message.email().isEmpty() || message.noEmail());
    return asks ? "amber" : message.state().tag();
  }

  private String detail(Message message, Instant now) {
    if (message.state() != MessageState.WAITING) {
      return message.reason();
    }
    if (message.email().isEmpty()) {
      return "No e-mail address.";
    }
    if (message.noEmail()) {
      return "Wants no e-mail messages.";
    }
    if (!settings.isSet() && !message.due().isAfter(now)) {
      return "No mail server is set.";
    }
    return message.reason();
  }
}
