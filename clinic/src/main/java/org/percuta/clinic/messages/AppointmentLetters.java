package org.percuta.clinic.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percuta.clinic.appointments.Appointment;

/**
 * The messages of an appointment that is booked and ahead: confirmed when it was booked or moved,
 * and reminded of the day before.
 */
final class AppointmentLetters {

  private static final String CONFIRMATION = "confirmation";
  private static final String REMINDER = "reminder";

  private final Appointment one;
  private final String name;
  private final Addressee to;
  private final Instant now;
  private final Said said;
  private final String about;

  /**
   * @param name the patient is addressed by
   * @param said what was queued and sent before
   */
  AppointmentLetters(Appointment one, String name, Addressee to, Instant now, Said said) {
    this.one = one;
    this.name = name;
    this.to = to;
    this.now = now;
    this.said = said;
    this.about = one.start().toString();
  }

  /**
   * @param dated whether it was booked or moved just now, so that the patient is to be told
   */
  List<Letter> of(boolean dated) {
    List<Letter> letters = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, to.zone());
    Instant soon = to.hours().next(now, to.zone());
    Optional<LocalDate> queued = said.queuedFor(0, CONFIRMATION, about);
    if (!said.isSaid(0, CONFIRMATION, about) && (dated || queued.isPresent())) {
      letters.add(letter(MessageKind.CONFIRMATION, CONFIRMATION, queued.orElse(today), soon));
    }
    LocalDate before = LocalDate.ofInstant(one.start(), to.zone()).minusDays(1);
    Instant due = to.hours().on(before, to.zone());
    boolean inTime = due.isAfter(now);
    if (!said.isSaid(0, REMINDER, about)
        && (inTime || said.queuedFor(0, REMINDER, about).isPresent())) {
      letters.add(letter(MessageKind.REMINDER, REMINDER, before, inTime ? due : soon));
    }
    return letters.stream().filter(each -> each.due().isBefore(each.usefulUntil())).toList();
  }

  private Letter letter(MessageKind kind, String item, LocalDate day, Instant due) {
    return new Letter(
        kind,
        0,
        about,
        day,
        due,
        one.start(),
        false,
        List.of(item),
        MessageWording.subject(kind, to.clinicName()),
        MessageWording.appointment(
            kind,
            name,
            to,
            one.start(),
            Duration.between(one.start(), one.end()).toMinutes(),
            one.practitionerName()));
  }
}
