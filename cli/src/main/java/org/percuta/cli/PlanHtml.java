package org.percuta.cli;

import java.time.LocalDate;
import java.util.List;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.CoursePlan;
import org.percuta.protocol.plan.Page;
import org.percuta.protocol.plan.PlannedSession;
import org.percuta.protocol.plan.Quote;

/** A plan as one printable page that needs nothing else. */
final class PlanHtml {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; --ink: #20252b; --paper: #faf8f5; --rose: #a9475a; --line: #d9d4cc }
      @media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --paper: #1b1e22; --rose: #e08a9b; --line: #444 } }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 48rem; margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.6rem; margin-bottom: .25rem } h2 { font-size: 1.2rem; margin-top: 2rem; color: var(--rose) }
      pre { white-space: pre-wrap; font: inherit } table { border-collapse: collapse; width: 100%% }
      th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid var(--line) }
      th { white-space: nowrap } tr, li { break-inside: avoid } small { opacity: .75 }
      @media print { body { margin: 0; max-width: none; background: none; color: #000 } }
      </style></head><body>
      """;

  private final Knowledge knowledge;

  PlanHtml(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  String page(PersonOptions.Person person, CoursePlan plan) {
    StringBuilder html = new StringBuilder();
    String title = "Plan: " + new VerdictText(knowledge).goal(plan.goal());
    html.append(HEAD.formatted(escape(title)));
    html.append("<h1>").append(escape(title)).append("</h1>\n<pre>");
    html.append(escape(new VerdictText(knowledge).screening(person, List.of(plan.verdict()))));
    html.append("</pre>\n");
    sessions(html, plan.course().sessions());
    plan.quotes().forEach(quote -> quote(html, quote));
    calendar(html, plan.calendar());
    statements(html, "Before you agree", plan.consent().statements());
    statements(html, "Compared with other treatments", plan.comparisons());
    statements(html, "At home", plan.homeUse());
    html.append("<p><small>Knowledge ").append(escape(knowledge.version())).append(", digest ");
    html.append(knowledge.digest(), 0, 16).append("…</small></p>\n</body></html>\n");
    return html.toString();
  }

  private static void sessions(StringBuilder html, List<PlannedSession> sessions) {
    if (sessions.isEmpty()) {
      return;
    }
    html.append(
        "<h2>Sessions</h2>\n<table><tr><th>Session</th><th>Date</th><th>Between</th></tr>\n");
    for (PlannedSession session : sessions) {
      html.append("<tr><td>").append(session.number());
      html.append(session.optional() ? ", if the review asks for it" : "").append("</td><td>");
      html.append(PlanText.DATE.format(session.date())).append("</td><td>");
      html.append(PlanText.DATE.format(session.earliest())).append(" and ");
      html.append(PlanText.DATE.format(session.latest())).append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private static void quote(StringBuilder html, Quote quote) {
    html.append("<h2>Cost</h2>\n<p>").append(escape(PlanText.quote(quote))).append("</p>\n<ul>");
    for (Statement driver : quote.drivers()) {
      html.append("<li>").append(escape(driver.text())).append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private static void calendar(StringBuilder html, List<CalendarEntry> calendar) {
    if (calendar.isEmpty()) {
      return;
    }
    html.append("<h2>Calendar</h2>\n<table>\n");
    LocalDate date = null;
    for (CalendarEntry entry : calendar) {
      boolean fresh = !entry.date().equals(date);
      date = entry.date();
      html.append("<tr><th>").append(fresh ? PlanText.DATE.format(date) : "").append("</th><td>");
      html.append(PlanText.mark(entry.kind())).append(' ');
      html.append(escape(PlanText.sentence(entry))).append(" <small>");
      html.append(escape(String.join(", ", entry.claims()))).append("</small></td></tr>\n");
    }
    html.append("</table>\n");
  }

  private static void statements(StringBuilder html, String heading, Page page) {
    if (page.listStatements().isEmpty()) {
      return;
    }
    html.append("<h2>").append(heading).append("</h2>\n<ul>\n");
    for (Statement statement : page.listStatements()) {
      html.append("<li>").append(escape(statement.text())).append(" <small>");
      html.append(escape(String.join(", ", statement.claims()))).append("</small></li>\n");
    }
    html.append("</ul>\n");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
