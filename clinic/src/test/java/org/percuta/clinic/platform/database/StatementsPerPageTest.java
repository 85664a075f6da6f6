package org.percuta.clinic.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.security.Sessions;
import org.percuta.clinic.staff.StaffAccounts;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;

/** A page runs as many SQL statements for sixty rows as for three. */
class StatementsPerPageTest {

  private static final int FEW = 3;
  private static final int MANY = 60;
  private static final int COLUMNS = 4;

  private static final ConcurrentLinkedQueue<String> STATEMENTS = new ConcurrentLinkedQueue<>();

  /** Notes every statement that a request asks the one {@link JdbcClient} for. */
  static class Counting {
    @Bean
    static BeanPostProcessor counting() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof JdbcClient client ? noting(client) : bean;
        }
      };
    }

    private static JdbcClient noting(JdbcClient client) {
      return (JdbcClient)
          Proxy.newProxyInstance(
              JdbcClient.class.getClassLoader(),
              new Class<?>[] {JdbcClient.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("sql")
                    && RequestContextHolder.getRequestAttributes() != null) {
                  STATEMENTS.add(String.valueOf(arguments[0]));
                }
                try {
                  return method.invoke(client, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    context =
        RunningClinic.get()
            .node("statements", new SpringApplication(ClinicApplication.class, Counting.class));
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void thePagesOfStaffRunAsManyStatementsForSixtyRowsAsForThree() {
    Map<String, List<String>> few = statements(FEW);
    Map<String, List<String>> many = statements(MANY);

    assertThat(few.keySet()).hasSizeGreaterThan(13);
    few.forEach((page, statements) -> {
      // Two statements every request runs: the transaction's clinic, and what the page is about.
      assertThat(statements).as(page).hasSizeGreaterThan(1);
      assertThat(many.get(page)).as(page).containsExactlyElementsOf(statements);
    });
  }

  private Map<String, List<String>> statements(int rows) {
    ClinicId clinic = accounts().createClinic("c-" + rows, "Clinic Rosewood", "Europe/Rome");
    UUID patient = filled(clinic, rows);
    UUID course = firstCourse(clinic, patient);
    Visitor owner = owner(clinic);
    assertThat(count(owner.get("/calendar").body(), "data-visit=")).as("visits").isEqualTo(rows);
    assertThat(count(owner.get("/calendar/week").body(), "data-visit=")).isEqualTo(rows);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("today", "/today");
    pages.put("patients", "/patients");
    pages.put("patients, searched", "/patients?q=family");
    pages.put("patient", "/patients/" + patient);
    pages.put("courses", "/patients/" + patient + "/courses");
    pages.put("course", "/patients/" + patient + "/courses/" + course);
    pages.put("appointments", "/patients/" + patient + "/appointments");
    pages.put("booking", "/patients/" + patient + "/appointments/new");
    pages.put("consents", "/patients/" + patient + "/consents");
    pages.put("calendar, day", "/calendar");
    pages.put("calendar, week", "/calendar/week");
    pages.put("calendar settings", "/calendar/settings");
    pages.put("waiting", "/waiting");
    pages.put("enquiries", "/enquiries");
    pages.put("audit", "/audit");
    pages.put("staff", "/staff");
    Map<String, List<String>> counted = new LinkedHashMap<>();
    pages.forEach((name, address) -> {
      // Once before, so that what is done once in a while is done.
      assertThat(owner.get(address).status()).as(address).isEqualTo(200);
      STATEMENTS.clear();
      assertThat(owner.get(address).status()).as(address).isEqualTo(200);
      counted.put(name, List.copyOf(STATEMENTS));
    });
    return counted;
  }

  private UUID firstCourse(ClinicId clinic, UUID patient) {
    return transactions()
        .in(
            clinic,
            () ->
                sql()
                    .sql(
                        "select course_id from course where patient_id = ? order by course_id limit 1")
                    .param(patient)
                    .query(UUID.class)
                    .single());
  }

  /** Everything {@code rows} times; what belongs to one patient, to the one that is returned. */
  private UUID filled(ClinicId clinic, int rows) {
    return transactions()
        .in(
            clinic,
            () -> {
              run(
                  "insert into staff (clinic_id, email, name, role, password_hash)"
                      + " select current_clinic(), gen_random_uuid() || '@example.org', 'P' || i,"
                      + " 'PRACTITIONER', 'none' from generate_series(1, least(?, "
                      + COLUMNS
                      + ")) i",
                  rows);
              run(
                  "insert into bookable (clinic_id, kind, name) select current_clinic(), 'ROOM', 'R' || i"
                      + " from generate_series(1, ?) i",
                  rows);
              run(
                  "insert into patient (clinic_id, given_name, family_name, birth_date, phone)"
                      + " select current_clinic(), 'G' || i, 'Family', '1990-01-01', '1'"
                      + " from generate_series(1, ?) i",
                  rows);
              UUID patient =
                  sql()
                      .sql(
                          "select patient_id from patient where clinic_id = current_clinic()"
                              + " order by patient_id limit 1")
                      .query(UUID.class)
                      .single();
              belongings(patient, rows);
              visits(rows);
              return patient;
            });
  }

  private void belongings(UUID patient, int rows) {
    run(
        "insert into patient_fact (clinic_id, patient_id, fact, answer, said_by, source,"
            + " recorded_by, recorded_at) select current_clinic(), ?, 'fact-' || chr(97 + i % 26)"
            + " || chr(97 + i / 26), 'YES', 'P', 'STAFF', 'P', now() from generate_series(1, ?) i",
        patient, rows);
    run(
        "insert into course (clinic_id, patient_id, concern, site, state, state_since, asked,"
            + " template, knowledge_digest, knowledge_version, created_by)"
            + " select current_clinic(), ?, 'acne-scars', 'cheeks', 'ACCEPTED', current_date,"
            + " current_date, 'course-acne-scars', 'd', 'v', 'P' from generate_series(1, ?)",
        patient,
        rows);
    run(
        "insert into course_session (clinic_id, course_id, number, optional, planned, earliest,"
            + " latest, outcome, reasons, knowledge_digest, screened_at)"
            + " select c.clinic_id, c.course_id, n, false, current_date + n * 42,"
            + " current_date + n * 42, current_date + n * 42, 'permitted', '', 'd', now()"
            + " from course c, generate_series(1, ?) n where c.clinic_id = current_clinic()"
            + " and c.patient_id = ?",
        rows,
        patient);
    run(
        "insert into consent (clinic_id, patient_id, kind, points, template_version, signed_name,"
            + " signed_at, expires_on, witness, knowledge_digest, document, sha256)"
            + " select current_clinic(), ?, 'PHOTO', '{}', 0, 'P', now() - i * interval '1 day',"
            + " current_date + 300, 'P', 'd', i::text::bytea, sha256(i::text::bytea)"
            + " from generate_series(1, ?) i",
        patient,
        rows);
    run(
        "insert into appointment (clinic_id, patient_id, kind, practitioner_id, room_id, during,"
            + " numbing_minutes, hands_on_minutes, set_up_minutes, state, knowledge_digest,"
            + " created_by) select current_clinic(), ?, 'REVIEW',"
            + " (select staff_id from staff where clinic_id = current_clinic() limit 1),"
            + " (select bookable_id from bookable where clinic_id = current_clinic() limit 1),"
            + " tstzrange(now() - i * interval '9 days', now() - i * interval '9 days' + '30 min'),"
            + " 0, 30, 0, 'DONE', 'd', 'P' from generate_series(1, ?) i",
        patient,
        rows);
  }

  /** Today, a quarter of an hour each, for several who treat. */
  private void visits(int rows) {
    run(
        "with s as (select staff_id, row_number() over (order by staff_id) - 1 as k from staff"
            + " where clinic_id = current_clinic() and name like 'P%'),"
            + " b as (select bookable_id, row_number() over (order by bookable_id) - 1 as k"
            + " from bookable where clinic_id = current_clinic()),"
            + " p as (select patient_id, row_number() over (order by patient_id) - 1 as k"
            + " from patient where clinic_id = current_clinic())"
            + " insert into appointment (clinic_id, patient_id, kind, practitioner_id, room_id,"
            + " during, numbing_minutes, hands_on_minutes, set_up_minutes, knowledge_digest,"
            + " created_by) select current_clinic(), p.patient_id, 'CONSULTATION', s.staff_id,"
            + " b.bookable_id, tstzrange("
            + " (date_trunc('day', now() at time zone 'Europe/Rome') + interval '5 hours'"
            + " + p.k / (select count(*) from s) * interval '15 min') at time zone 'Europe/Rome',"
            + " (date_trunc('day', now() at time zone 'Europe/Rome') + interval '5 hours 15 min'"
            + " + p.k / (select count(*) from s) * interval '15 min') at time zone 'Europe/Rome'),"
            + " 0, 15, 0, 'd', 'P' from p join s on s.k = p.k % (select count(*) from s)"
            + " join b on b.k = p.k where p.k < ?",
        rows);
    run(
        "insert into waiting_wish (clinic_id, patient_id, wish, from_day, until_day, created_by)"
            + " select clinic_id, patient_id, 'Soon', current_date, current_date, 'P' from patient"
            + " where clinic_id = current_clinic() limit ?",
        rows);
    run(
        "insert into enquiry (clinic_id, name, email, concern, site, answers, outcome, as_of,"
            + " knowledge_digest, consent, consent_at, sender_hash)"
            + " select current_clinic(), 'N', 'n@example.org', 'acne-scars', 'cheeks', '',"
            + " 'permitted', current_date, 'd', 'yes', now(), 'x' from generate_series(1, ?)",
        rows);
    run(
        "insert into audit_entry (clinic_id, at, actor, actor_name, action, subject, address,"
            + " detail) select current_clinic(), now(), 'a', 'a', 'READ', 's', 'x', ''"
            + " from generate_series(1, ?)",
        rows);
  }

  private void run(String statement, Object... values) {
    sql().sql(statement.replace("now()", now())).params(values).update();
  }

  /** Of the application's clock, as SQL. */
  private static String now() {
    return "timestamptz '" + context.getBean(Clock.class).instant() + "'";
  }

  private Visitor owner(ClinicId clinic) {
    UUID id =
        accounts()
            .create(
                clinic,
                UUID.randomUUID() + "@example.org",
                "Ada",
                Role.OWNER,
                "correct horse battery",
                false);
    return new Visitor("http://localhost:" + RunningClinic.port(context))
        .withSession(context.getBean(Sessions.class).begin(clinic, id, Role.OWNER));
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static StaffAccounts accounts() {
    return context.getBean(StaffAccounts.class);
  }

  private static ClinicTransactions transactions() {
    return context.getBean(ClinicTransactions.class);
  }

  private static JdbcClient sql() {
    return context.getBean(JdbcClient.class);
  }
}
