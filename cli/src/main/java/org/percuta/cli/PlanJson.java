package org.percuta.cli;

import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PriceRange;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.plan.Checklist;
import org.percuta.protocol.plan.Course;
import org.percuta.protocol.plan.CoursePlan;
import org.percuta.protocol.plan.MoneyRange;
import org.percuta.protocol.plan.Page;
import org.percuta.protocol.plan.PlannedSession;
import org.percuta.protocol.plan.Quote;
import tools.jackson.core.JsonGenerator;

/** {@code percuta.plan/1}. */
final class PlanJson {

  private PlanJson() {}

  static void plan(
      JsonGenerator out, Knowledge knowledge, PersonOptions.Person person, CoursePlan plan) {
    out.writeStartObject();
    out.writeStringProperty("schema", "percuta.plan/1");
    Json.nullable(out, "patient", person.record().patient().id());
    out.writeStringProperty("on", person.on().toString());
    VerdictJson.knowledge(out, knowledge);
    out.writeName("verdict");
    VerdictJson.verdict(out, knowledge, plan.verdict());
    out.writeArrayPropertyStart("sessions");
    plan.course().sessions().forEach(session -> session(out, session));
    out.writeEndArray();
    stop(out, plan.course());
    out.writeArrayPropertyStart("calendar");
    plan.calendar().forEach(entry -> entry(out, entry));
    out.writeEndArray();
    out.writeName("quote");
    if (plan.quotes().isEmpty()) {
      out.writeNull();
    } else {
      quote(out, plan.quotes().getFirst());
    }
    out.writeArrayPropertyStart("checklist");
    for (Checklist.Step step : plan.checklist().steps()) {
      out.writeStartObject();
      out.writeStringProperty("step", step.step().id());
      out.writeStringProperty("title", step.step().title());
      out.writeStringProperty("state", VerdictJson.lower(step.state()));
      out.writeBooleanProperty("stop", step.step().stop());
      Json.strings(out, "claims", step.step().claims());
      out.writeEndObject();
    }
    out.writeEndArray();
    page(out, "consent", plan.consent().statements());
    page(out, "comparisons", plan.comparisons());
    page(out, "evidence", plan.evidence());
    page(out, "homeUse", plan.homeUse());
    page(out, "practitioners", plan.practitioners());
    out.writeEndObject();
  }

  private static void session(JsonGenerator out, PlannedSession session) {
    out.writeStartObject();
    out.writeNumberProperty("number", session.number());
    out.writeStringProperty("date", session.date().toString());
    out.writeArrayPropertyStart("window");
    out.writeString(session.earliest().toString());
    out.writeString(session.latest().toString());
    out.writeEndArray();
    out.writeBooleanProperty("afterReview", session.optional());
    out.writeBooleanProperty("late", session.late());
    out.writeStringProperty("outcome", session.verdict().outcome().key());
    out.writeEndObject();
  }

  private static void stop(JsonGenerator out, Course course) {
    out.writeName("stop");
    if (course.stop() == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeNumberProperty("session", course.stop().session());
    out.writeStringProperty("because", course.stop().because());
    out.writeEndObject();
  }

  private static void entry(JsonGenerator out, CalendarEntry entry) {
    out.writeStartObject();
    out.writeStringProperty("date", entry.date().toString());
    Json.nullable(out, "to", entry.to());
    out.writeStringProperty("phase", VerdictJson.lower(entry.phase()));
    out.writeStringProperty("kind", VerdictJson.lower(entry.kind()));
    out.writeStringProperty("do", entry.text());
    out.writeStringProperty("item", entry.item());
    out.writeNumberProperty("session", entry.session());
    out.writeBooleanProperty("untilHealed", entry.untilHealed());
    Json.strings(out, "claims", entry.claims());
    Json.strings(out, "literature", entry.literature());
    out.writeStringProperty("grade", entry.grade().name());
    Json.nullable(out, "conflict", entry.conflict());
    out.writeEndObject();
  }

  private static void quote(JsonGenerator out, Quote quote) {
    out.writeStartObject();
    out.writeStringProperty("currency", quote.currency());
    range(out, "perSession", quote.perSession());
    range(out, "course", quote.course());
    if (quote.discounted() == null) {
      out.writeNullProperty("package");
    } else {
      range(out, "package", quote.discounted());
    }
    out.writeStringProperty("basis", quote.basis().key());
    out.writeArrayPropertyStart("sides");
    for (PriceRange side : quote.sides()) {
      out.writeStartObject();
      out.writeStringProperty("item", side.id());
      out.writeNumberProperty("low", side.low());
      out.writeNumberProperty("high", side.high());
      Json.strings(out, "claims", side.claims());
      out.writeEndObject();
    }
    out.writeEndArray();
    Json.strings(out, "drivers", quote.drivers().stream().map(Statement::text).toList());
    out.writeEndObject();
  }

  private static void range(JsonGenerator out, String name, MoneyRange range) {
    out.writeArrayPropertyStart(name);
    out.writeNumber(range.low());
    out.writeNumber(range.high());
    out.writeEndArray();
  }

  private static void page(JsonGenerator out, String name, Page page) {
    out.writeArrayPropertyStart(name);
    for (Statement statement : page.listStatements()) {
      out.writeStartObject();
      out.writeStringProperty("item", statement.id());
      out.writeStringProperty("topic", statement.topic());
      out.writeStringProperty("text", statement.text());
      Json.strings(out, "claims", statement.claims());
      Json.strings(out, "literature", statement.literature());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
