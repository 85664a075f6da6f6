package org.percuta.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.courses.CourseChange;
import org.percuta.clinic.courses.CourseSessions;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

/** What a course says, when, and that nothing is said twice. */
class CourseMessagesTest {

  private static final LocalDate SESSION = LocalDate.of(2026, 12, 21);
  private static final LocalDate MOVED = LocalDate.of(2026, 12, 28);

  private final RunningClinic clinic = Post.CLINIC;
  private Visitor clinician = clinic.as(Role.CLINICIAN);

  @BeforeEach
  void noon() {
    MovableClock.set(MovableClock.NOON);
    clinician = clinic.as(Role.CLINICIAN);
  }

  @Test
  void aDraftSaysNothingAndAnAcceptedCourseWaitsOnItsDates() {
    UUID patient = Post.patient("Dates", "dates@post.example");
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    clinician.post(
        courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", SESSION.toString()));
    assertThat(Post.messages(patient)).isEmpty();

    UUID other = Post.patient("Dates too", "dates2@post.example");
    Post.accepted(clinician, other, SESSION);

    List<Message> first = ofSession(other, 1);
    assertThat(first.stream().filter(one -> one.kind() == MessageKind.PREPARATION))
        .extracting(Message::day)
        .containsExactly(
            SESSION.minusDays(14),
            SESSION.minusDays(7),
            SESSION.minusDays(3),
            SESSION.minusDays(1));
    assertThat(first)
        .filteredOn(one -> one.kind() == MessageKind.AFTERCARE)
        .isNotEmpty()
        .allMatch(Message::heldBack)
        .extracting(Message::day)
        .contains(SESSION, SESSION.plusDays(2), SESSION.plusDays(7));
    assertThat(first)
        .allSatisfy(one ->
            assertThat(one.due().atZone(RunningClinic.ZONE).toLocalTime())
                .isIn(LocalTime.of(9, 0), LocalTime.NOON));
    assertNothingIsSaidTwice(other);
  }

  @Test
  void whatBeganAlreadyGoesOutInOneMessageAtOnce() {
    UUID patient = Post.patient("Late", "late@post.example");
    Post.accepted(clinician, patient, RunningClinic.TODAY.plusDays(2));

    assertThat(ofSession(patient, 1))
        .filteredOn(one -> one.kind() == MessageKind.PREPARATION)
        .extracting(Message::day)
        .containsExactly(RunningClinic.TODAY, RunningClinic.TODAY.plusDays(1));
    Post.look();
    assertThat(Post.arrived("late@post.example"))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.subject()).isEqualTo("A message from Here Skin Clinic");
          assertThat(letter.from()).contains("Here Skin Clinic").contains("desk@clinic.example");
          assertThat(letter.text())
              .startsWith("Hello Anna,")
              .contains("Wednesday 25 November 2026")
              .contains("No alcohol: it makes bruises more likely.")
              .containsPattern(before(3));
        });
    Post.look();
    clinic.inClinic(() -> clinic.bean(MessagePlan.class).course(Post.actor(), course(patient)));
    Post.look();
    assertThat(Post.arrived("late@post.example")).hasSize(1);
  }

  @Test
  void aftercareStandsOnTheOwnPageFromTheEveningOfTheSession() {
    UUID patient = Post.patient("Evening", "evening@post.example");
    Post.accepted(clinician, patient, RunningClinic.TODAY);
    MovableClock.set(at(RunningClinic.TODAY, 21));
    hold(patient);

    String page =
        clinic.inClinic(() ->
            clinic
                .bean(MyInstructions.class)
                .of(Post.actor(), clinic.bean(Patients.class).get(patient))
                .toString());

    assertThat(page).contains("After session 1").contains("No makeup on the treated skin");
    assertThat(Post.arrived("evening@post.example")).isEmpty();
  }

  @Test
  void aMovedCourseMovesItsMessagesAndWhatWasSaidIsSaidAnewWithTheNewDate() {
    UUID patient = Post.patient("Moved", "moved@post.example");
    Post.accepted(clinician, patient, SESSION);
    MovableClock.set(at(SESSION.minusDays(14), 10));
    Post.look();
    List<Post.Arrived> before = Post.arrived("moved@post.example");
    assertThat(before)
        .singleElement()
        .satisfies(one -> assertThat(one.text()).contains("Monday 21 December 2026"));

    move(patient, MOVED);

    assertThat(Post.messages(patient, MessageState.WAITING))
        .isNotEmpty()
        .noneMatch(one -> one.session() == 1 && one.about().equals(SESSION.toString()));
    assertThat(Post.messages(patient, MessageState.CANCELLED)).isNotEmpty();
    assertNothingIsSaidTwice(patient);
    MovableClock.set(at(MOVED.minusDays(14), 10));
    Post.look();
    assertThat(sunscreen("Monday 28 December 2026")).hasSize(1);

    // There and back with nothing sent in between: the patient still has the right day.
    move(patient, MOVED.plusDays(7));
    move(patient, MOVED);
    Post.look();
    assertThat(sunscreen("Monday 28 December 2026")).hasSize(1);

    // There, and back after the other day was told: the right day has to be told again.
    move(patient, MOVED.plusDays(7));
    MovableClock.set(at(MOVED.minusDays(7), 10));
    Post.look();
    assertThat(sunscreen("Monday 4 January 2027")).hasSize(1);
    move(patient, MOVED);
    Post.look();
    assertThat(sunscreen("Monday 28 December 2026")).hasSize(2);
    assertThat(Post.arrived("moved@post.example"))
        .extracting(Post.Arrived::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void aftercareGoesOnlyOnceTheSessionWasHeldAndStaysWhenTheCourseIsStopped() {
    UUID patient = Post.patient("Held", "held@post.example");
    Post.accepted(clinician, patient, RunningClinic.TODAY);
    MovableClock.set(at(RunningClinic.TODAY, 15));
    Post.look();
    assertThat(Post.arrived("held@post.example")).noneMatch(one -> one.text().contains("was on"));

    change(
        patient,
        (courses, course) ->
            clinic
                .bean(CourseSessions.class)
                .hold(
                    Post.actor(),
                    clinic.bean(Patients.class).get(patient),
                    course,
                    1,
                    RunningClinic.TODAY,
                    course.version()));
    change(
        patient,
        (courses, course) ->
            courses.step(
                Post.actor(),
                course,
                org.percuta.clinic.courses.CourseState.Step.STOP,
                "Moved away",
                course.version()));
    Post.look();

    assertThat(Post.arrived("held@post.example"))
        .filteredOn(one -> one.text().contains("was on Monday 23 November 2026"))
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.text()).contains("Put on only what the clinic gave you."));
    assertThat(Post.messages(patient, MessageState.WAITING))
        .isNotEmpty()
        .allMatch(one -> one.kind() == MessageKind.AFTERCARE && one.session() == 1);
  }

  @Test
  void whatWasPrescribedIsNeverToldToStopAndStandsApart() {
    UUID prescribed = Post.patient("Prescribed", "prescribed@post.example");
    UUID open = Post.patient("Open", "open@post.example");
    Post.accepted(clinician, prescribed, SESSION);
    Post.accepted(clinician, open, SESSION);
    say(prescribed, "PRESCRIBED");
    say(open, null);
    for (UUID patient : List.of(prescribed, open)) {
      clinic.inClinic(() -> clinic.bean(MessagePlan.class).course(Post.actor(), course(patient)));
    }

    String one = texts(prescribed);
    assertThat(one)
        .contains("If a doctor prescribed it: do not stop it by yourself")
        .contains("Ask the person who prescribed your retinoid whether and when to pause it.")
        .doesNotContain("No shop-bought retinol")
        .doesNotContain("If you bought it yourself");
    // Nobody has said which, so each branch stands under its own head.
    assertThat(texts(open))
        .contains("If you bought it yourself:\n- No shop-bought retinol")
        .contains(
            "ask the person who prescribed it:\n- Ask the person who prescribed your retinoid");
  }

  @Test
  void whatBecomesKnownMeanwhileIsInTheMessageThatGoesOut() {
    UUID patient = Post.patient("Learned", "learned@post.example");
    Post.accepted(clinician, patient, SESSION);
    assertThat(texts(patient)).doesNotContain("cold sores");

    clinic.inClinic(() -> {
      clinic.say(patient, "cold-sore-history", "YES");
      return true;
    });
    MovableClock.set(at(SESSION.minusDays(14), 10));
    Post.look();

    assertThat(Post.arrived("learned@post.example"))
        .anyMatch(one -> one.text().contains("You have had cold sores"));
  }

  @Test
  void aMailSaysTheNumberThatTheClinicHasChangedWhileItWaited() {
    UUID patient = Post.patient("Numbers", "numbers@post.example");
    Post.accepted(clinician, patient, SESSION);
    assertThat(texts(patient)).containsPattern(before(3));
    decide(5);
    try {
      MovableClock.set(at(SESSION.minusDays(5), 10));
      Post.look();

      assertThat(Post.arrived("numbers@post.example"))
          .filteredOn(one -> one.text().contains("No alcohol"))
          .singleElement()
          .satisfies(letter -> assertThat(letter.text()).containsPattern(before(5)));
    } finally {
      MovableClock.set(MovableClock.NOON);
      decide(3);
    }
  }

  private static String before(int days) {
    return "How\\s+long\\s+before,\\s+" + days + "\\s+days,\\s+is\\s+a\\s+clinic\\s+setting";
  }

  /** Sets how long before a session nobody drinks alcohol. */
  private void decide(int days) {
    int seen = clinic.bean(Protocols.class).of(clinic.clinic()).settingsVersion();
    String setting = "/knowledge/settings/alcohol-before";
    assertThat(
            clinic
                .as(Role.CLINICIAN)
                .post(
                    setting,
                    Map.of(
                        "value",
                        String.valueOf(days),
                        "reason",
                        "One rule for all.",
                        "seen",
                        String.valueOf(seen)))
                .path())
        .isEqualTo("/knowledge/settings");
  }

  @Test
  void aMessageIsDueInThePatientsMorning() {
    UUID patient = Post.patient("Away", "away@post.example");
    Post.accepted(clinician, patient, SESSION);
    String page = "/patients/" + patient + "/messages";
    clinician.get(page);
    assertThat(
            clinician
                .post(page + "/preferences", Map.of("zone", "Europe/Nowhere", "version", "0"))
                .text())
        .contains("'Europe/Nowhere' is not a time zone. Write it as Europe/Lisbon.");
    clinician.post(page + "/preferences", Map.of("zone", "Pacific/Auckland", "version", "0"));

    Message week =
        ofSession(patient, 1).stream()
            .filter(one -> one.day().equals(SESSION.minusDays(7)))
            .findFirst()
            .orElseThrow();
    assertThat(week.due()).isEqualTo("2026-12-13T20:00:00Z");
    assertNothingIsSaidTwice(patient);
  }

  @Test
  void atNightNothingIsSentWhateverIsOverdue() {
    UUID patient = Post.patient("Night", "night@post.example");
    Post.accepted(clinician, patient, SESSION);
    MovableClock.set(at(SESSION.minusDays(7), 23));
    Post.look();
    assertThat(Post.arrived("night@post.example")).isEmpty();
    MovableClock.set(at(SESSION.minusDays(6), 8));
    Post.look();
    assertThat(Post.arrived("night@post.example")).isEmpty();
    MovableClock.set(at(SESSION.minusDays(6), 9));
    Post.look();
    assertThat(Post.arrived("night@post.example")).isNotEmpty();
  }

  private static List<Post.Arrived> sunscreen(String session) {
    return Post.arrived("moved@post.example").stream()
        .filter(one -> one.text().contains("is planned for " + session))
        .filter(one -> one.text().contains("Put on sunscreen every day"))
        .toList();
  }

  private interface Change {
    CourseChange on(Courses courses, PatientCourse course);
  }

  private void change(UUID patient, Change change) {
    Courses courses = clinic.bean(Courses.class);
    CourseChange done = clinic.inClinic(() -> change.on(courses, courses.list(patient).getFirst()));
    assertThat(done).isInstanceOf(CourseChange.Done.class);
  }

  private void move(UUID patient, LocalDate to) {
    change(
        patient,
        (courses, course) ->
            clinic
                .bean(CourseSessions.class)
                .move(
                    Post.actor(),
                    clinic.bean(Patients.class).get(patient),
                    course,
                    1,
                    to,
                    course.version()));
  }

  private void hold(UUID patient) {
    PatientCourse course =
        clinic.inClinic(() -> clinic.bean(Courses.class).list(patient).getFirst());
    CourseChange held =
        clinic.inClinic(() ->
            clinic
                .bean(CourseSessions.class)
                .hold(
                    Post.actor(),
                    clinic.bean(Patients.class).get(patient),
                    course,
                    1,
                    RunningClinic.TODAY,
                    course.version()));
    assertThat(held).isInstanceOf(CourseChange.Done.class);
  }

  private UUID course(UUID patient) {
    return clinic.inClinic(() -> clinic.bean(Courses.class).list(patient).getFirst().id());
  }

  private static List<Message> ofSession(UUID patient, int number) {
    return Post.messages(patient, MessageState.WAITING).stream()
        .filter(one -> one.session() == number)
        .toList();
  }

  private static String texts(UUID patient) {
    return String.join(
        "\n\n", Post.messages(patient, MessageState.WAITING).stream().map(Message::body).toList());
  }

  private static void assertNothingIsSaidTwice(UUID patient) {
    Set<String> said = new HashSet<>();
    for (Message message : Post.messages(patient, MessageState.WAITING)) {
      for (String item : message.items()) {
        assertThat(said.add(message.session() + " " + item)).as(item).isTrue();
      }
    }
  }

  private void say(UUID patient, @org.jspecify.annotations.Nullable String supply) {
    clinic.inClinic(() ->
        clinic
            .sql()
            .sql(
                "insert into patient_fact (clinic_id, patient_id, fact, answer, supply, said_by,"
                    + " source, recorded_by, recorded_at, last) values (current_clinic(), ?,"
                    + " 'retinoid-topical', 'YES', ?, 'Anna', 'STAFF', 'Test',"
                    + " clock_timestamp(), '2026-11-01')")
            .params(java.util.Arrays.asList(patient, supply))
            .update());
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(RunningClinic.ZONE).toInstant().plus(Duration.ofSeconds(1));
  }
}
