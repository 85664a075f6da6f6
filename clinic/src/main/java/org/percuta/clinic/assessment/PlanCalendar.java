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
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.CoursePlan;

/**
 * A plan as iCalendar (RFC 5545): whole-day events whose UIDs stay the same when it is made again.
 */
final class PlanCalendar {

  private PlanCalendar() {}

  static String write(CoursePlan plan) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Percuta//plan//EN");
    plan.calendar().forEach(entry -> calendar.addEvent(event(entry, plan)));
    return Biweekly.write(calendar).go();
  }

  private static VEvent event(CalendarEntry entry, CoursePlan plan) {
    VEvent event = new VEvent();
    event.setUid(entry.key() + "-" + plan.goal() + "-" + plan.course().asked() + "@percuta");
    // The stamp is the date asked for, so that the same plan is the same file.
    event.setDateTimeStamp(
        Date.from(plan.course().asked().atStartOfDay(ZoneOffset.UTC).toInstant()));
    event.setSummary(mark(entry.kind()) + entry.text());
    event.setDateStart(new DateStart(day(entry.date())));
    // The end of a whole-day event is the day after its last; an open-ended one is a single day.
    LocalDate last = entry.to() == null ? entry.date() : entry.to();
    event.setDateEnd(new DateEnd(day(last.plusDays(1))));
    event.setTransparency(true);
    event.addCategories(entry.phase().name().toLowerCase(Locale.ROOT));
    return event;
  }

  private static ICalDate day(LocalDate date) {
    return new ICalDate(
        new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
  }

  private static String mark(Kind kind) {
    return switch (kind) {
      case DO -> "";
      case DONT -> "Don\u2019t: ";
      case ASK -> "Ask: ";
      case EXPECT -> "Expect: ";
    };
  }
}
