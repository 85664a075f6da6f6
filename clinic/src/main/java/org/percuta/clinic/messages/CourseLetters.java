package org.percuta.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.plan.CalendarEntry;

/**
 * The messages of a course, from its dated calendar. What begins on one day goes out in one
 * message.
 *
 * <p>Preparation for a session goes while it is planned in a course under way; aftercare goes once
 * it was held, also when the course was stopped afterwards. What began before the message could be
 * planned goes at once, as long as it still counts.
 */
final class CourseLetters {

  /** How long an instruction without an end is worth sending. */
  private static final int OPEN_ENDED_DAYS = 28;

  private final PatientCourse course;
  private final String name;
  private final Addressee to;
  private final Instant now;
  private final LocalDate today;
  private final Said said;
  private final Map<Integer, Instant> booked;

  /**
   * @param name the patient is addressed by
   * @param said what was queued and sent before
   * @param booked when the appointments of its sessions begin, by number
   */
  CourseLetters(
      PatientCourse course,
      String name,
      Addressee to,
      Instant now,
      Said said,
      Map<Integer, Instant> booked) {
    this.course = course;
    this.booked = booked;
    this.name = name;
    this.to = to;
    this.now = now;
    this.today = LocalDate.ofInstant(now, to.zone());
    this.said = said;
  }

  List<Letter> of(List<CalendarEntry> calendar) {
    Map<Letter.Key, List<CalendarEntry>> bundles =
        new TreeMap<>(
            Comparator.comparing(Letter.Key::day)
                .thenComparing(Letter.Key::kind)
                .thenComparingInt(Letter.Key::session));
    for (CalendarEntry entry : calendar) {
      key(entry).ifPresent(key -> bundles.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry));
    }
    List<Letter> letters = new ArrayList<>();
    bundles.forEach((key, entries) -> letter(key, entries).ifPresent(letters::add));
    return letters;
  }

  private Optional<Letter.Key> key(CalendarEntry entry) {
    Optional<CourseSession> session = course.findSession(entry.session());
    Optional<MessageKind> kind = kind(entry);
    if (session.isEmpty() || kind.isEmpty() || !isFor(kind.get(), session.get())) {
      return Optional.empty();
    }
    LocalDate end = entry.to();
    String about = session.get().planned().toString();
    boolean over = end != null && end.isBefore(today);
    if (over || said.isSaid(entry.session(), entry.item(), about)) {
      return Optional.empty();
    }
    LocalDate nominal = nominal(kind.get(), entry, session.get());
    LocalDate day =
        nominal.isBefore(today)
            ? said.queuedFor(entry.session(), entry.item(), about)
                .filter(queued -> !queued.isAfter(today))
                .orElse(today)
            : nominal;
    return Optional.of(new Letter.Key(kind.get(), entry.session(), about, day));
  }

  private Optional<MessageKind> kind(CalendarEntry entry) {
    return switch (entry.phase()) {
      case PREPARATION -> Optional.of(MessageKind.PREPARATION);
      // The line of the session itself comes from the course; its date is said anyway.
      case SESSION ->
          entry.item().equals(course.template())
              ? Optional.empty()
              : Optional.of(MessageKind.PREPARATION);
      case AFTERCARE -> Optional.of(MessageKind.AFTERCARE);
      case RECOVERY, RESULTS, MAINTENANCE -> Optional.empty();
    };
  }

  private boolean isFor(MessageKind kind, CourseSession session) {
    boolean ahead =
        session.isPlanned() && course.state().isUnderWay() && !session.planned().isBefore(today);
    return kind == MessageKind.AFTERCARE
        ? ahead || session.state() == CourseSession.State.HELD
        : ahead;
  }

  /** What counts on the day of the session has to be read before it: it goes the day before. */
  private static LocalDate nominal(MessageKind kind, CalendarEntry entry, CourseSession session) {
    boolean before = kind == MessageKind.PREPARATION || entry.phase() == Phase.SESSION;
    return before && entry.date().equals(session.planned())
        ? entry.date().minusDays(1)
        : entry.date();
  }

  private Optional<Letter> letter(Letter.Key key, List<CalendarEntry> entries) {
    CourseSession session = course.findSession(key.session()).orElseThrow();
    ZoneId zone = to.zone();
    Instant opening = to.hours().on(key.day(), zone);
    Instant due = opening.isAfter(now) ? opening : to.hours().next(now, zone);
    LocalDate last =
        key.kind() == MessageKind.PREPARATION
            ? session.planned()
            : entries.stream()
                .map(entry -> end(entry, session))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    Instant usefulUntil = last.plusDays(1).atStartOfDay(zone).toInstant();
    if (!usefulUntil.isAfter(due)) {
      return Optional.empty();
    }
    return Optional.of(
        new Letter(
            key.kind(),
            key.session(),
            key.about(),
            key.day(),
            due,
            usefulUntil,
            key.kind() == MessageKind.AFTERCARE && session.isPlanned(),
            entries.stream().map(CalendarEntry::item).distinct().toList(),
            MessageWording.subject(key.kind(), to.clinicName()),
            MessageWording.instructions(
                key.kind(),
                name,
                to,
                key.day(),
                session.planned(),
                booked.get(session.number()),
                entries)));
  }

  private static LocalDate end(CalendarEntry entry, CourseSession session) {
    LocalDate end = entry.to();
    return end == null ? session.planned().plusDays(OPEN_ENDED_DAYS) : end;
  }
}
