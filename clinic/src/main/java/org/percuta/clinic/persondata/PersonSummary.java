package org.percuta.clinic.persondata;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientFact;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.Goals;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Knowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held about a person, in words they can read, as one page that needs nothing else. */
@Component
class PersonSummary {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PersonSummary.class.getClassLoader(), "org.percuta.clinic");

  private final PersonTables tables;
  private final PatientFacts facts;
  private final Courses courses;
  private final Goals goals;
  private final Knowledge knowledge;
  private final JdbcClient sql;
  private final Clock clock;

  PersonSummary(
      PersonTables tables,
      PatientFacts facts,
      Courses courses,
      Goals goals,
      Knowledge knowledge,
      JdbcClient sql,
      Clock clock) {
    this.tables = tables;
    this.facts = facts;
    this.courses = courses;
    this.goals = goals;
    this.knowledge = knowledge;
    this.sql = sql;
    this.clock = clock;
  }

  /** A heading and what stands under it, one line each. */
  record Part(String title, String empty, List<String> lines) {}

  /** Rows of one table. */
  record Held(String words, long rows) {}

  record SummaryView(
      String clinic,
      String name,
      String written,
      List<String[]> details,
      List<Part> parts,
      List<Held> held) {}

  String of(Actor actor, Patient patient, List<UUID> ids) {
    StringOutput html = new StringOutput();
    engine.render("persondata/summary.jte", Map.of("view", view(actor, patient, ids)), html);
    return html.toString();
  }

  private SummaryView view(Actor actor, Patient patient, List<UUID> ids) {
    List<Held> held = new ArrayList<>();
    tables
        .counts(ids)
        .forEach((table, rows) -> {
          if (rows > 0) {
            held.add(new Held(table.words(), rows));
          }
        });
    return new SummaryView(
        actor.clinicName(),
        patient.name(),
        AT.format(clock.instant().atZone(actor.zone())),
        details(patient),
        List.of(
            new Part("What was said", "Nothing was asked yet.", said(actor, patient)),
            new Part("Treatment", "No course was planned.", treatment(patient)),
            new Part("Appointments", "None.", appointments(actor, patient)),
            new Part("Consents", "None was signed.", consents(actor, patient))),
        held);
  }

  private static List<String[]> details(Patient patient) {
    List<String[]> details = new ArrayList<>();
    for (MergeFields field : MergeFields.values()) {
      String value = field.value(patient);
      details.add(new String[] {field.label(), value.isEmpty() ? "Not known" : value});
    }
    return details;
  }

  private List<String> said(Actor actor, Patient patient) {
    return facts.listHistory(patient.id()).stream().map(fact -> said(actor, fact)).toList();
  }

  private String said(Actor actor, PatientFact fact) {
    FactDefinition known = knowledge.facts().get(fact.fact());
    StringBuilder line =
        new StringBuilder(known == null ? fact.fact().replace('-', ' ') : known.label());
    line.append(fact.site() == null ? "" : ", " + goals.site(fact.site()).toLowerCase(Locale.ROOT))
        .append(
            switch (fact.said()) {
              case YES -> ": yes";
              case NO -> ": no";
              case UNKNOWN -> ": not known";
              case WITHDRAWN -> ": what was said before was a mistake";
            })
        .append(fact.since() == null ? "" : ", since " + fact.since())
        .append(fact.until() == null ? "" : ", until " + fact.until())
        .append(fact.last() == null ? "" : ", last " + fact.last())
        .append(fact.note().isEmpty() ? "" : ". " + fact.note());
    return line.append(" (said by ")
        .append(fact.saidBy())
        .append(", ")
        .append(at(actor, fact.recordedAt()))
        .append(")")
        .toString();
  }

  private List<String> treatment(Patient patient) {
    List<String> lines = new ArrayList<>();
    for (PatientCourse course : courses.list(patient.id())) {
      lines.add(
          goals.words(course.goal())
              + ": "
              + course.state().word().toLowerCase(Locale.ROOT)
              + ", planned on "
              + Dates.day(course.asked())
              + (course.note().isEmpty() ? "" : ". Note: " + course.note()));
      for (CourseSession session : course.sessions()) {
        lines.add(
            "Session "
                + session.number()
                + ", "
                + Dates.day(session.planned())
                + ": "
                + session.state().word().toLowerCase(Locale.ROOT)
                + (session.reasons().isEmpty() ? "" : " (" + session.reasons() + ")"));
      }
    }
    return lines;
  }

  private List<String> appointments(Actor actor, Patient patient) {
    return sql.sql(
            "select lower(during) as starts, kind, state, note from appointment"
                + " where clinic_id = current_clinic() and patient_id = any ((select same_person(?))::uuid[])"
                + " order by lower(during)")
        .param(patient.id())
        .query((row, number) ->
            at(actor, row.getTimestamp("starts").toInstant())
                + ": "
                + row.getString("kind").toLowerCase(Locale.ROOT)
                + ", "
                + row.getString("state").toLowerCase(Locale.ROOT)
                + (row.getString("note").isEmpty() ? "" : ". " + row.getString("note")))
        .list();
  }

  private List<String> consents(Actor actor, Patient patient) {
    return sql.sql(
            "select c.*, w.recorded_at as withdrawn_at from consent c"
                + " left join consent_withdrawal w using (clinic_id, consent_id)"
                + " where c.clinic_id = current_clinic() and c.patient_id = any ((select same_person(?))::uuid[])"
                + " order by c.signed_at")
        .param(patient.id())
        .query((row, number) -> {
          java.sql.Timestamp withdrawn = row.getTimestamp("withdrawn_at");
          String concern = row.getString("concern");
          String what =
              concern == null
                  ? row.getString("kind").toLowerCase(Locale.ROOT)
                  : goals.concern(concern) + ", " + goals.site(row.getString("site"));
          return what
              + ": signed by "
              + row.getString("signed_name")
              + " on "
              + at(actor, row.getTimestamp("signed_at").toInstant())
              + (withdrawn == null ? "" : ", taken back on " + at(actor, withdrawn.toInstant()));
        })
        .list();
  }

  private static String at(Actor actor, Instant instant) {
    return AT.format(instant.atZone(actor.zone()));
  }
}
