package org.percuta.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.plan.CalendarEntry;

/**
 * The words of a message: plain text, and nothing about health in the subject, which shows on
 * locked screens. Instructions are the protocol's own sentences; here they are only put in order.
 */
final class MessageWording {

  /** Where the link goes when the message is sent. It is never stored. */
  static final String LINK = "[your link is put in here when the message is sent]";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private MessageWording() {}

  /** The parts of an instruction message. What was prescribed and what was bought stand apart. */
  private enum Section {
    DO("Please do"),
    DONT("Please leave alone"),
    ASK("Please ask or tell us"),
    PRESCRIBED(
        "If a doctor prescribed it: do not stop it by yourself, ask the person who prescribed it"),
    BOUGHT("If you bought it yourself"),
    EXPECT("On the day");

    private final String title;

    Section(String title) {
      this.title = title;
    }

    static Section of(CalendarEntry entry) {
      Condition.@Nullable Supply supply = entry.supply();
      if (supply != null) {
        return supply == Condition.Supply.PRESCRIBED ? PRESCRIBED : BOUGHT;
      }
      return switch (entry.kind()) {
        case DO -> DO;
        case DONT -> DONT;
        case ASK -> ASK;
        case EXPECT -> EXPECT;
      };
    }
  }

  static String subject(MessageKind kind, String clinic) {
    return switch (kind) {
      case PREPARATION, AFTERCARE -> "A message from " + clinic;
      case CONFIRMATION -> "Your appointment at " + clinic;
      case REMINDER -> "Reminder of your appointment at " + clinic;
      case LINK -> "Your page at " + clinic;
    };
  }

  /**
   * What to do around a session.
   *
   * @param session its date
   * @param booked when its appointment begins; absent while none is booked
   */
  static String instructions(
      MessageKind kind,
      String name,
      Addressee to,
      LocalDate day,
      LocalDate session,
      @Nullable Instant booked,
      List<CalendarEntry> entries) {
    String clinic = to.clinicName();
    StringBuilder text = new StringBuilder(hello(name));
    if (kind == MessageKind.PREPARATION) {
      text.append("Your session at ").append(clinic);
      text.append(when(to, session, booked)).append("\n\n");
      text.append("What counts from ").append(Dates.day(day)).append(" until then:\n");
    } else {
      text.append("Your session at ").append(clinic).append(" was on ");
      text.append(Dates.weekday(session)).append(".\n\n");
      text.append("What counts from ").append(Dates.day(day)).append(" on:\n");
    }
    Map<Section, List<CalendarEntry>> sections = new EnumMap<>(Section.class);
    for (CalendarEntry entry : entries) {
      sections.computeIfAbsent(Section.of(entry), _ -> new ArrayList<>()).add(entry);
    }
    sections.forEach((section, lines) -> {
      text.append('\n').append(section.title).append(":\n");
      lines.forEach(entry -> text.append("- ").append(line(entry, session)).append('\n'));
    });
    return text.append(bye(clinic)).toString();
  }

  private static String when(Addressee to, LocalDate session, @Nullable Instant booked) {
    if (booked != null) {
      ZonedDateTime at = booked.atZone(to.clinicZone());
      if (at.toLocalDate().equals(session)) {
        return " is on "
            + Dates.weekday(session)
            + " at "
            + TIME.format(at)
            + elsewhere(to.clinicZone(), to.zone())
            + ".";
      }
    }
    return " is planned for "
        + Dates.weekday(session)
        + ". No time is booked for that day yet: please call us to make an appointment.";
  }

  private static String line(CalendarEntry entry, LocalDate session) {
    LocalDate to = entry.to();
    if (to == null || entry.phase() == CalendarItem.Phase.SESSION || to.equals(session)) {
      return entry.text();
    }
    return entry.text()
        + " (until "
        + Dates.day(to)
        + (entry.untilHealed() ? ", and for as long as the skin is not calm and closed)" : ")");
  }

  /** When and with whom. */
  static String appointment(
      MessageKind kind,
      String name,
      Addressee to,
      Instant start,
      long minutes,
      String practitioner) {
    ZonedDateTime at = start.atZone(to.clinicZone());
    return hello(name)
        + (kind == MessageKind.REMINDER
            ? "This is to remind you of your appointment at "
            : "We have booked an appointment for you at ")
        + to.clinicName()
        + ":\n\n"
        + Dates.weekday(at.toLocalDate())
        + " at "
        + TIME.format(at)
        + elsewhere(to.clinicZone(), to.zone())
        + "\nWith "
        + practitioner
        + "\nIt takes about "
        + minutes
        + " minutes."
        + "\n\nIf you cannot come, please call us as soon as you know.\n"
        + bye(to.clinicName());
  }

  private static String elsewhere(ZoneId clinic, ZoneId patient) {
    return clinic.equals(patient) ? "" : " (the time at the clinic, " + clinic + ")";
  }

  /** The text around a patient's sign-in link. */
  static String link(String name, String clinic, long days) {
    return hello(name)
        + "This link opens your own page at "
        + clinic
        + ". It works for "
        + days
        + " days and asks for your date of birth, so that nobody else can use it.\n\n"
        + LINK
        + "\n\nIf you did not ask for it, you need not do anything.\n"
        + bye(clinic);
  }

  private static String hello(String name) {
    return "Hello " + Mailer.oneLine(name) + ",\n\n";
  }

  private static String bye(String clinic) {
    return "\nIf anything is unclear, call us.\n\n"
        + Mailer.oneLine(clinic)
        + "\n\nIf you do not want e-mail from us, tell us and we stop.\n";
  }
}
