package org.percuta.clinic.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.audit.AuditChain;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.ops.StartFailure;
import org.percuta.clinic.screening.PatientRecords;
import org.percuta.clinic.testing.TestFolders;
import org.percuta.clinic.testing.Visitor;
import org.percuta.protocol.evaluate.Outcome;
import org.percuta.protocol.evaluate.Screening;
import org.percuta.protocol.model.Goal;
import org.springframework.context.ConfigurableApplicationContext;

/** The demonstration: in every state, the same each time, never doubled, never mixed with real. */
class DemoTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /** Names, states and times, but no ids. */
  private static final String STORY =
      "select p.given_name || ' ' || p.family_name || ' ' || p.state || ' ' || p.birth_date || ' '"
          + " || coalesce((select string_agg(c.concern || c.state || c.state_since, ',' order by"
          + " c.created_at) from course c where c.patient_id = p.patient_id), '') || ' '"
          + " || coalesce((select string_agg(a.kind || a.state || a.during, ',' order by a.during,"
          + " a.state) from appointment a where a.patient_id = p.patient_id), '')"
          + " from patient p order by p.family_name, p.given_name";

  private static final RunningDemo demo = RunningDemo.get();

  @Test
  void peopleAreInEveryState() {
    assertThat(demo.texts("select patient_id::text from patient")).hasSize(202);
    assertThat(verdicts()).isEqualTo(EnumSet.allOf(Outcome.class));
    assertThat(demo.texts("select distinct state from patient"))
        .containsExactlyInAnyOrder("ACTIVE", "ARCHIVED", "MERGED");
    assertThat(demo.texts("select distinct state from course"))
        .containsExactlyInAnyOrder(
            "DRAFT", "OFFERED", "ACCEPTED", "RUNNING", "COMPLETED", "STOPPED");
    assertThat(demo.texts("select distinct state from course_session"))
        .containsExactlyInAnyOrder("PLANNED", "HELD", "LEFT_OUT");
    assertThat(demo.texts("select distinct state from appointment"))
        .contains("BOOKED", "DONE", "MISSED", "CANCELLED");
    assertThat(demo.texts("select distinct kind from consent"))
        .containsExactlyInAnyOrder("TREATMENT", "PHOTO", "MARKETING");
    assertThat(demo.texts("select 'x' from consent where expires_on < date '" + TODAY + "'"))
        .isNotEmpty();
    assertThat(demo.texts("select 'x' from consent_withdrawal")).isNotEmpty();
    assertThat(demo.texts("select 'x' from waiting_wish where state = 'OPEN'")).isNotEmpty();
    assertThat(demo.texts("select 'x' from enquiry")).isNotEmpty();
    assertThat(demo.texts("select distinct role from staff")).hasSize(5);
  }

  @Test
  void clearancesAreInForceExpiredAndWithdrawnAndLetACourseGoOn() {
    String given = "select 'x' from clearance c where c.withdrawal_of is null";
    String standing =
        " and not exists (select 1 from clearance w where w.withdrawal_of = c.clearance_id)";
    assertThat(demo.texts(given + standing + " and c.expires_on >= date '" + TODAY + "'"))
        .isNotEmpty();
    assertThat(demo.texts(given + standing + " and c.expires_on < date '" + TODAY + "'"))
        .isNotEmpty();
    assertThat(demo.texts("select 'x' from clearance where withdrawal_of is not null"))
        .isNotEmpty();
    assertThat(
            demo.texts(
                given
                    + standing
                    + " and exists (select 1 from course o where o.patient_id = c.patient_id"
                    + " and o.state in ('RUNNING', 'COMPLETED'))"))
        .isNotEmpty();
  }

  @Test
  void quotesAreOpenAnsweredAndRunOutAndPackagesAreUsed() {
    assertThat(demo.texts("select distinct currency from price_list")).containsExactly("GBP");
    assertThat(demo.texts("select distinct answer from quote_answer"))
        .containsExactlyInAnyOrder("ACCEPTED", "DECLINED");
    String unanswered =
        "select 'x' from quote q where not exists (select 1 from quote_answer a"
            + " where a.quote_id = q.quote_id) and q.valid_until ";
    assertThat(demo.texts(unanswered + ">= date '" + TODAY + "'")).isNotEmpty();
    assertThat(demo.texts(unanswered + "< date '" + TODAY + "'")).isNotEmpty();
    assertThat(
            demo.texts(
                "select 'x' from package_entry p where exists (select 1 from course_session s"
                    + " where s.course_id = p.course_id and s.state = 'HELD')"
                    + " and exists (select 1 from course_session s"
                    + " where s.course_id = p.course_id and s.state = 'PLANNED')"))
        .isNotEmpty();
    assertThat(demo.texts("select 'x' from quote_payment")).isNotEmpty();
  }

  @Test
  void runningCoursesHaveSettingsAndVerdictsAreKeptThatNewsHaveChanged() {
    assertThat(
            demo.texts(
                "select 'x' from course_dose join course using (course_id) where state = 'RUNNING'"))
        .isNotEmpty();
    assertThat(demo.texts("select distinct occasion from verdict_snapshot"))
        .containsExactlyInAnyOrder("ASKED", "COURSE", "BOOKING", "SESSION");
    assertThat(
            demo.texts(
                "select 'x' from verdict_snapshot v join patient_fact f using (patient_id)"
                    + " where v.occasion = 'ASKED' and f.recorded_at > v.made_at"))
        .isNotEmpty();
  }

  @Test
  void recordsHoldDocumentsDuplicatesAMergeAndALegalHold() {
    assertThat(demo.texts("select distinct media_type from document"))
        .containsExactlyInAnyOrder("application/pdf", "text/plain");
    assertThat(
            demo.texts(
                "select 'x' from patient a join patient b on a.birth_date = b.birth_date"
                    + " and a.phone = b.phone and a.patient_id < b.patient_id"
                    + " where a.state <> 'MERGED' and b.state <> 'MERGED'"))
        .hasSize(1);
    assertThat(demo.texts("select 'x' from patient_merge where undone_at is null")).hasSize(1);
    assertThat(demo.texts("select 'x' from legal_hold where lifted_at is null")).hasSize(1);
  }

  @Test
  void theClinicApprovedNumbersAndChangedOneLast() {
    assertThat(demo.texts("select setting from house_setting_change where old_value = new_value"))
        .hasSizeGreaterThan(3);
    assertThat(
            demo.texts(
                "select reason from house_setting_change where old_value <> new_value and version ="
                    + " (select max(version) from house_setting_change)"))
        .singleElement()
        .asString()
        .isNotEmpty();
  }

  @Test
  void theOutboxHoldsWhatTheDeskHasYetToHandOverAndNothingIsSent() {
    assertThat(demo.texts("select distinct state from message"))
        .contains("WAITING", "HANDED_OVER")
        .doesNotContain("SENDING", "SENT", "UNSURE", "FAILED");
    assertThat(
            demo.texts(
                "select 'x' from message where state = 'WAITING' and not held_back"
                    + " and due < timestamptz '2026-11-23 00:00Z'"))
        .as("nothing is overdue for days")
        .isEmpty();
    assertThat(
            demo.texts(
                "select 'x' from message where state = 'WAITING' and not held_back"
                    + " and due <= timestamptz '2026-11-24 12:00Z'"))
        .hasSizeBetween(1, 100);
  }

  @Test
  void theCalendarLivesAroundToday() {
    List<String> days =
        demo.texts(
            "select distinct lower(during)::date::text from appointment"
                + " where state in ('BOOKED', 'ARRIVED', 'DONE') and lower(during) between"
                + " timestamptz '2026-11-10' and timestamptz '2026-12-22'");
    assertThat(days).hasSizeGreaterThan(25).contains(TODAY.toString());
    assertThat(
            demo.texts(
                "select 'x' from appointment where extract(dow from lower(during)) = 0"
                    + " or (lower(during) at time zone 'Europe/London')::time < time '09:00'"
                    + " or (upper(during) at time zone 'Europe/London')::time > time '18:00'"))
        .isEmpty();
    assertThat(
            demo.texts(
                "select 'x' from appointment where state in ('DONE', 'MISSED') and lower(during) >"
                    + " timestamptz '2026-11-24 12:00Z'"))
        .as("what has not come yet has not happened")
        .isEmpty();
  }

  @Test
  void whatIsPlayedIsAuditedInOrderOfTimeAndTheChainHolds() {
    assertThat(
            demo.texts(
                "select 'x' from (select at, lag(at) over (order by seq) as before from audit_entry)"
                    + " e where at < before"))
        .isEmpty();
    assertThat(demo.bean(AuditChain.class).verify(demo.clinic()).faults()).isEmpty();
  }

  @Test
  void nobodyHasARealAddress() {
    assertThat(demo.texts("select email from patient union all select email from staff"))
        .allMatch(email -> email.endsWith("@example.org"));
    assertThat(demo.texts("select given_name || family_name from patient")).doesNotHaveDuplicates();
  }

  @Test
  void everyRoleSignsInWithTheOnePasswordAndEveryPageSaysThatItIsADemo() {
    for (Cast.Hire one : Cast.HIRES) {
      Visitor visitor = new Visitor(demo.address());
      visitor.post("/sign-in", java.util.Map.of("email", one.email(), "password", demo.password()));
      Visitor.Answer today = visitor.get("/today");
      assertThat(today.status()).as(one.email()).isEqualTo(200);
      assertThat(today.body()).contains("Demo: fictional people", one.name());
    }
  }

  @Test
  void aFillingThatWasCutShortIsBegunAnewAndComesOutTheSame() throws SQLException {
    Path folder = TestFolders.fresh("demo-again");
    try (RunningDemo begun = RunningDemo.of(RunningDemo.start(folder))) {
      markAsBegun(begun);
    }
    assertThat(refusal(folder))
        .as("no real clinic works on it")
        .contains("A demonstration with fictional people is kept here", "--demo");
    try (RunningDemo again = RunningDemo.on(folder)) {
      assertThat(again.texts(STORY)).isEqualTo(demo.texts(STORY));
      assertThat(again.texts("select email from staff where role = 'OWNER'")).hasSize(1);
    }
    try (RunningDemo whole = RunningDemo.on(folder)) {
      assertThat(whole.texts(STORY)).as("not filled twice").isEqualTo(demo.texts(STORY));
    }
    assertThat(refusal(folder))
        .contains("A demonstration with fictional people is kept here", "--demo");
  }

  @Test
  void aRealClinicIsNeverFilledWithFictionalPeople() throws IOException {
    Path folder = TestFolders.fresh("demo-real");
    RunningDemo.start(folder).close();

    assertThat(refusal(folder, "--percuta.demo.enabled=true"))
        .contains("A real clinic is kept here", "nothing was written");

    try (ConfigurableApplicationContext real = RunningDemo.start(folder)) {
      RunningDemo clinic = RunningDemo.of(real);
      assertThat(clinic.texts("select email from staff")).containsExactly("owner@example.org");
      assertThat(clinic.texts("select clinic_id::text from demo")).isEmpty();
    }
  }

  private static String refusal(Path folder, String... more) {
    Throwable thrown = catchThrowable(() -> RunningDemo.start(folder, more).close());
    assertThat(thrown).as("it started").isNotNull();
    return StartFailure.reason(thrown);
  }

  /** As a kill at the beginning leaves it: a clinic, the mark, and no word that it is whole. */
  private static void markAsBegun(RunningDemo one) throws SQLException {
    try (Connection admin =
            DriverManager.getConnection(
                one.database().url(),
                "percuta_admin",
                one.database().secrets().get("database.superuser"));
        Statement statement = admin.createStatement()) {
      statement.execute(
          "insert into demo (clinic_id, seed, today) select clinic_id, 1, current_date from clinic");
    }
  }

  private static Set<Outcome> verdicts() {
    List<String> ids = demo.texts("select patient_id::text from patient where state = 'ACTIVE'");
    return demo.in(() -> {
      Patients patients = demo.bean(Patients.class);
      PatientRecords records = demo.bean(PatientRecords.class);
      Screening screening = demo.bean(Protocols.class).here().screening();
      Goal goal = Goal.inClinic("acne-scars", "cheeks");
      return ids.stream()
          .map(id -> patients.get(UUID.fromString(id)))
          .map(patient -> screening.screen(records.of(patient), goal, TODAY).outcome())
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
    });
  }
}
