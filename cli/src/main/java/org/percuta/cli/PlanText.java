package org.percuta.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.CoursePlan;
import org.percuta.protocol.plan.PlannedSession;
import org.percuta.protocol.plan.Quote;

/** A plan as a person reads it at a terminal. */
final class PlanText {

  static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final Knowledge knowledge;

  PlanText(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  String plan(PersonOptions.Person person, CoursePlan plan) {
    StringBuilder text = new StringBuilder();
    text.append(new VerdictText(knowledge).screening(person, List.of(plan.verdict())));
    if (!plan.course().sessions().isEmpty()) {
      text.append("\nSessions\n");
      plan.course().sessions().forEach(session -> text.append(line(session)));
    }
    if (plan.course().stop() != null) {
      VerdictText.wrap(text, "  ", "The plan stops here: " + plan.course().stop().because());
    }
    for (Quote quote : plan.quotes()) {
      text.append("\nQuote\n");
      VerdictText.wrap(text, "  ", quote(quote));
    }
    if (!plan.calendar().isEmpty()) {
      text.append("\nCalendar\n");
      LocalDate date = null;
      for (CalendarEntry entry : plan.calendar()) {
        if (!entry.date().equals(date)) {
          date = entry.date();
          text.append("  ").append(DATE.format(date)).append('\n');
        }
        VerdictText.wrap(text, "      ", mark(entry.kind()) + " " + sentence(entry));
      }
    }
    return text.toString();
  }

  private static String line(PlannedSession session) {
    String window =
        session.earliest().equals(session.latest())
            ? ""
            : " (between "
                + DATE.format(session.earliest())
                + " and "
                + DATE.format(session.latest())
                + ")";
    return String.format(
        Locale.ROOT,
        "  %d. %s%s%s%n",
        session.number(),
        DATE.format(session.date()),
        window,
        session.optional() ? ", if the review asks for it" : "");
  }

  static String quote(Quote quote) {
    StringBuilder text = new StringBuilder();
    text.append(quote.currency()).append(' ').append(range(quote.perSession()));
    text.append(" a session; ").append(range(quote.course())).append(" for ");
    text.append(quote.fewest() == quote.most() ? "" : quote.fewest() + " to ");
    text.append(quote.most()).append(" sessions");
    if (quote.discounted() != null) {
      text.append("; ").append(range(quote.discounted())).append(" as a package");
    }
    return text.append(
            switch (quote.basis()) {
              case CLINIC_PRICE_LIST -> " (the clinic's price list)";
              case SOURCED_ESTIMATE -> " (an estimate from articles, not a price)";
            })
        .toString();
  }

  private static String range(org.percuta.protocol.plan.MoneyRange range) {
    return range.low().compareTo(range.high()) == 0
        ? range.low().toPlainString()
        : range.low().toPlainString() + " to " + range.high().toPlainString();
  }

  static String sentence(CalendarEntry entry) {
    String until =
        entry.to() == null || entry.to().equals(entry.date())
            ? ""
            : " (until " + DATE.format(entry.to()) + (entry.untilHealed() ? " and healed)" : ")");
    return entry.text() + until;
  }

  static String mark(Kind kind) {
    return switch (kind) {
      case DO -> "✓";
      case DONT -> "✕";
      case ASK -> "?";
      case EXPECT -> "·";
    };
  }
}
