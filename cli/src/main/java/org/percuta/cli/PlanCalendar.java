package org.percuta.cli;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.CoursePlan;

/**
 * A plan as iCalendar (RFC 5545): whole-day events whose UIDs stay the same when it is made again.
 */
final class PlanCalendar {

  private PlanCalendar() {}

  static String write(CoursePlan plan, PersonOptions.Person person) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Percuta//plan//EN");
    String who = person.record().patient().id();
    for (CalendarEntry entry : plan.calendar()) {
      calendar.addEvent(event(entry, plan, who == null ? "anonymous" : who));
    }
    return Biweekly.write(calendar).go();
  }

  private static VEvent event(CalendarEntry entry, CoursePlan plan, String who) {
    VEvent event = new VEvent();
    event.setUid(entry.key() + "-" + plan.goal() + "-" + who + "@percuta");
    // The stamp is the date asked for, so that the same plan is the same file.
    event.setDateTimeStamp(
        Date.from(plan.course().asked().atStartOfDay(ZoneOffset.UTC).toInstant()));
    event.setSummary(PlanText.mark(entry.kind()) + " " + entry.text());
    event.setDateStart(new DateStart(day(entry.date())));
    // The end of a whole-day event is the day after its last; an open-ended one is a single day.
    LocalDate last = entry.to() == null ? entry.date() : entry.to();
    event.setDateEnd(new DateEnd(day(last.plusDays(1))));
    event.setTransparency(true);
    event.addCategories(VerdictJson.lower(entry.phase()));
    return event;
  }

  private static ICalDate day(LocalDate date) {
    return new ICalDate(Date.from(date.atStartOfDay(ZoneId.systemDefault()).toInstant()), false);
  }
}
