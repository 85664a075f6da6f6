package org.percuta.clinic.assessment;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.CoursePlan;
import org.percuta.protocol.plan.PlannedSession;

/**
 * A plan as iCalendar (RFC 5545): whole-day events whose UIDs stay the same when it is made again.
 */
final class PlanCalendar {

  private PlanCalendar() {}

  static String write(CoursePlan plan) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Percuta//plan//EN");
    plan.course().sessions().forEach(session -> calendar.addEvent(session(session, plan)));
    plan.calendar().forEach(entry -> calendar.addEvent(event(entry, plan)));
    return Biweekly.write(calendar).go();
  }

  /** The day all around it is counted from, said to be none that was booked. */
  private static VEvent session(PlannedSession session, CoursePlan plan) {
    VEvent event = begun("session-s" + session.number(), plan);
    event.setSummary(
        "Microneedling session "
            + session.number()
            + (session.optional() ? ", if the review asks" : "")
            + ": earliest date, not an appointment");
    event.setDescription(
        "The clinic books each session with you. What to do before and after moves with it.");
    event.setDateStart(new DateStart(day(session.date())));
    event.setDateEnd(new DateEnd(day(session.date().plusDays(1))));
    event.addCategories("session");
    return event;
  }

  private static VEvent begun(String key, CoursePlan plan) {
    VEvent event = new VEvent();
    event.setUid(key + "-" + plan.goal() + "-" + plan.course().asked() + "@percuta");
    // The stamp is the date asked for, so that the same plan is the same file.
    event.setDateTimeStamp(
        Date.from(plan.course().asked().atStartOfDay(ZoneOffset.UTC).toInstant()));
    event.setTransparency(true);
    return event;
  }

  private static VEvent event(CalendarEntry entry, CoursePlan plan) {
    VEvent event = begun(entry.key(), plan);
    // The text alone: a word such as "Don't" before it would turn "No sun" around.
    event.setSummary(entry.text());
    event.setDateStart(new DateStart(day(entry.date())));
    // The end of a whole-day event is the day after its last; an open-ended one is a single day.
    LocalDate last = entry.to() == null ? entry.date() : entry.to();
    event.setDateEnd(new DateEnd(day(last.plusDays(1))));
    event.addCategories(entry.phase().name().toLowerCase(Locale.ROOT));
    return event;
  }

  private static ICalDate day(LocalDate date) {
    return new ICalDate(
        new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
  }
}
