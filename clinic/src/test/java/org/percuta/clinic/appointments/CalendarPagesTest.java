package org.percuta.clinic.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.appointments.CalendarSettings.Bookable.Kind;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

class CalendarPagesTest {

  private final RunningClinic running = RunningClinic.get();
  private final Visitor desk = running.as(Role.FRONT_DESK);
  private final Visitor clinician = running.as(Role.CLINICIAN);

  @Test
  void aSessionIsBookedMovesItsCourseAndStandsInTheCalendar() {
    UUID patient = running.healthyPatient("Weber");
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room w");
    String course = acceptedCourse(patient);
    String id = course.substring(course.lastIndexOf('/') + 1);
    LocalDate day = LocalDate.of(2026, 12, 8);
    Visitor.Answer booked = book(desk, patient, fields(id + "#1", day, "09:00", room));
    assertThat(booked.text()).contains("Session 1, Tuesday 8 December 2026, 09:00 to 10:15");
    assertThat(clinician.get(course).text())
        .contains("Tuesday 8 December 2026")
        .contains("Booked 09:00");
    assertThat(clinician.get("/patients/" + patient + "/verdict").text())
        .contains("8 December 2026 Fine lines and wrinkles, face Permitted")
        .contains("Session booked");
    Visitor.Answer shown = desk.get("/calendar?day=" + day);
    assertThat(shown.text()).contains("Anna Weber").contains("Session 1, Room w");
    assertThat(shown.body()).contains("rowspan=\"5\"");
    assertThat(desk.get("/calendar/week?day=" + day).text()).contains("Anna Weber");
    clinician.post(
        course + "/sessions/1/move",
        Map.of("to", "2026-12-15", "version", version(clinician, course)));
    assertThat(desk.get(booked.path()).text())
        .contains("The course now has this session on Tuesday 15 December 2026");
    assertThat(desk.get("/calendar?day=" + day).text()).contains("plan moved");
  }

  @Test
  void aBookingOfAStoppedCourseIsToBeCancelledAndRemindsNobody() {
    UUID patient = running.healthyPatient("Halt");
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room h");
    String course = acceptedCourse(patient);
    String id = course.substring(course.lastIndexOf('/') + 1);
    LocalDate day = LocalDate.of(2026, 12, 9);
    String booked = book(desk, patient, fields(id + "#1", day, "16:00", room)).path();
    assertThat(remindersWaiting(patient)).isEqualTo(1);

    clinician.post(
        course + "/step",
        Map.of("step", "STOP", "reason", "moves away", "version", version(clinician, course)));

    assertThat(desk.get(booked).text()).contains("The course is stopped.").contains("cancel it");
    assertThat(desk.get(booked).body()).doesNotContain(booked + "/move");
    assertThat(desk.get("/calendar?day=" + day).text()).contains("! cancel it");
    assertThat(clinician.get(course).text())
        .contains("Booked for 9 December 2026: cancel the booking");
    assertThat(remindersWaiting(patient)).isZero();
  }

  @Test
  void nobodyArrivesOrStaysAwayBeforeTheDayAndWhatFellThroughIsBookedAgain() {
    UUID patient = running.patient(running.clinic(), "Voraus");
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room v");
    LocalDate day = LocalDate.of(2026, 12, 16);
    Visitor.Answer booked = book(desk, patient, fields("CONSULTATION", day, "17:00", room));
    assertThat(booked.body()).doesNotContain("value=\"MISSED\"").contains("value=\"CANCELLED\"");
    Visitor.Answer refused =
        desk.post(booked.path() + "/state", Map.of("state", "MISSED", "version", "1"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("It is booked for 16 December 2026, so it cannot yet become missed.");

    Visitor.Answer cancelled =
        desk.post(booked.path() + "/state", Map.of("state", "CANCELLED", "version", "1"));

    Matcher again =
        Pattern.compile("href=\"(/patients/[^\"]+/appointments/new[^\"]+)\"")
            .matcher(cancelled.body());
    assertThat(again.find()).isTrue();
    assertThat(desk.get(again.group(1).replace("&amp;", "&")).body())
        .contains("<option value=\"" + room + "\" selected>");
  }

  @Test
  void theFormBeginsWithWhatFits() {
    UUID patient = running.healthyPatient("Anfang");
    String course = acceptedCourse(patient);
    String id = course.substring(course.lastIndexOf('/') + 1);
    String form = "/patients/" + patient + "/appointments/new";
    assertThat(desk.get(form).body()).containsPattern("name=\"numbing\"[^>]* value=\"0\"");
    assertThat(desk.get(form + "?what=" + id + "%231&day=2026-11-02").body())
        .containsPattern("name=\"numbing\"[^>]* value=\"30\"")
        .containsPattern("name=\"day\"[^>]* value=\"2026-11-23\"");
  }

  private long remindersWaiting(UUID patient) {
    return running.inClinic(() ->
        running
            .sql()
            .sql(
                "select count(*) from message where patient_id = ? and kind = 'REMINDER'"
                    + " and state = 'WAITING'")
            .param(patient)
            .query(Long.class)
            .single());
  }

  @Test
  void aBookingForWhoWaitsTakesTheWishOffTheList() {
    UUID patient = running.patient(running.clinic(), "Warter");
    UUID other = running.patient(running.clinic(), "Fremder");
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room q");
    desk.get("/patients/" + patient + "/waiting");
    Visitor.Answer list =
        desk.post(
            "/patients/" + patient + "/waiting",
            Map.of("wish", "late afternoons", "from", "2026-12-17", "until", "2026-12-18"));
    Matcher link =
        Pattern.compile("(/patients/" + patient + "/appointments/new)\\?wish=([0-9a-f-]+)")
            .matcher(list.body());
    assertThat(link.find()).isTrue();
    Visitor.Answer form = desk.get(link.group());
    assertThat(form.text()).contains("Waits for: late afternoons, 17 December to 18 December 2026");
    assertThat(form.body()).containsPattern("name=\"day\"[^>]* value=\"2026-12-17\"");
    LocalDate day = LocalDate.of(2026, 12, 17);
    Map<String, String> fields = fields("CONSULTATION", day, "09:00", room);
    fields.put("wish", link.group(2));
    book(desk, other, fields("CONSULTATION", day, "15:00", room));
    assertThat(desk.get("/waiting").text()).contains("Anna Warter");

    book(desk, patient, fields);

    assertThat(desk.get("/waiting").text()).doesNotContain("Anna Warter");
  }

  @Test
  void anEmptyPlaceInTheCalendarLeadsToItsBooking() {
    UUID patient = running.patient(running.clinic(), "Platzsucher");
    Fixture.bookable(running, Kind.ROOM, "Room p");
    Matcher slot =
        Pattern.compile("href=\"(/calendar/book[^\"]+time=11:15[^\"]+)\"")
            .matcher(desk.get("/calendar?day=2026-12-22").body());
    assertThat(slot.find()).isTrue();
    String place = slot.group(1).replace("&amp;", "&");
    assertThat(desk.get(place).text()).contains("Book: Tuesday 22 December 2026, 11:15, ");
    Matcher form =
        Pattern.compile("href=\"(/patients/" + patient + "/appointments/new[^\"]+)\"")
            .matcher(desk.get(place + "&q=Platzsucher").body());
    assertThat(form.find()).isTrue();

    String body = desk.get(form.group(1).replace("&amp;", "&")).body();

    assertThat(body)
        .containsPattern("name=\"day\"[^>]* value=\"2026-12-22\"")
        .containsPattern("name=\"time\"[^>]* value=\"11:15\"")
        .containsPattern("<option value=\"[0-9a-f-]{36}\" selected>");
    assertThat(desk.get("/calendar?day=2026-11-20").body()).doesNotContain("time=11:15");
    assertThat(desk.get("/calendar/book?day=x&time=99:99&practitioner=y&q=%00%25").status())
        .isEqualTo(200);
    assertThat(running.fromOther(Role.FRONT_DESK).get("/calendar/book?q=Platzsucher").text())
        .contains("Nobody found.");
  }

  @Test
  void aDayThatTheProtocolDoesNotPermitIsNamedWithWhatStandsInTheWay() {
    UUID patient = running.healthyPatient("Wolf");
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room x");
    String course = acceptedCourse(patient);
    String id = course.substring(course.lastIndexOf('/') + 1);
    running.inClinic(() -> {
      running.say(patient, "cold-sore-active", "UNKNOWN");
      running.say(patient, "pregnant", "YES");
      return true;
    });
    Map<String, String> fields = fields(id + "#1", LocalDate.of(2026, 12, 9), "09:00", room);
    Visitor.Answer answer = book(clinician, patient, fields);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("9 December 2026 cannot be booked").contains("regnan");
    assertThat(book(desk, patient, fields).text()).doesNotContain("regnan");
  }

  @Test
  void aMoveToATakenPlaceNamesTheOtherBookingAndASecondMoverIsAsked() {
    UUID anna = running.patient(running.clinic(), "Esche");
    UUID berta = running.patient(running.clinic(), "Birke");
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room y");
    LocalDate day = LocalDate.of(2026, 12, 10);
    book(desk, anna, fields("CONSULTATION", day, "09:00", room));
    String other = book(desk, berta, fields("REVIEW", day, "12:00", room)).path();
    Map<String, String> move = fields("REVIEW", day, "09:30", room);
    move.put("version", "1");
    Visitor.Answer refused = desk.post(other + "/move", move);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("is taken on 10 December 2026 from 09:00 to 10:15: consultation of Anna Esche");
    move.put("time", "13:00");
    assertThat(desk.post(other + "/move", move).text()).contains("13:00 to 14:15");
    move.put("time", "15:00");
    Visitor.Answer second = desk.post(other + "/move", move);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text())
        .contains("Somebody else saved first")
        .contains("13:00")
        .contains("15:00");
  }

  @Test
  void badInputIsAnsweredBesideItsField() {
    UUID patient = running.patient(running.clinic(), "Erle");
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room z");
    Map<String, String> bad =
        Map.of("day", "2026-02-30", "time", "25:00", "practitioner", "x", "room", "y");
    Map<String, String> fields = fields("what#ever", LocalDate.of(2026, 12, 11), "09:00", room);
    fields.putAll(bad);
    fields.put("numbing", "many");
    fields.put("note", "x".repeat(1001));
    Visitor.Answer answer = book(desk, patient, fields);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text())
        .contains("Choose what it is for.")
        .contains("February 2026 has 28 days")
        .contains("'25:00' is not a time")
        .contains("Choose who treats.")
        .contains("Choose a room.")
        .contains("'many' is not a whole number");
    assertThat(answer.body()).contains("value=\"25:00\"").contains("value=\"many\"");
    LocalDate day = LocalDate.of(2026, 12, 11);
    assertThat(book(desk, patient, fields("CONSULTATION", day, "09:07", room)).text())
        .contains("between two rows");
    assertThat(book(desk, patient, fields("CONSULTATION", day, "05:00", room)).text())
        .contains("The clinic opens at 08:00");
    assertThat(
            book(desk, patient, fields("CONSULTATION", LocalDate.of(2026, 1, 1), "09:00", room))
                .text())
        .contains("has passed");
    assertThat(book(desk, patient, Map.of()).status()).isEqualTo(422);
    for (String address :
        new String[] {
          "/calendar?day=tomorrow", "/calendar?day=9999-99-99", "/calendar/week?day='"
        }) {
      assertThat(desk.get(address.replace("'", "%27")).status()).as(address).isEqualTo(200);
    }
    assertThat(desk.get("/appointments/nonsense").status()).isEqualTo(404);
    assertThat(desk.get("/feed/nonsense.ics").status()).isEqualTo(404);
    assertThat(desk.post("/calendar/settings", Map.of()).status()).isEqualTo(403);
    Visitor owner = running.as(Role.OWNER);
    owner.get("/calendar/settings");
    Visitor.Answer settings =
        owner.post(
            "/calendar/settings",
            Map.of("numbing", "0", "handsOn", "20", "setUp", "5", "opens", "8", "closes", "07:00"));
    assertThat(settings.status()).isEqualTo(422);
    assertThat(settings.text()).contains("'8' is not a time");
  }

  @Test
  void aFeedShowsOnlyItsOwnersAppointmentsWithoutNamesAndStopsWhenRemoved() {
    UUID patient = running.patient(running.clinic(), "Geheim");
    UUID room = Fixture.bookable(running, Kind.ROOM, "Room f");
    book(desk, patient, fields("CONSULTATION", LocalDate.of(2026, 12, 14), "09:00", room));
    clinician.get("/calendar/feed");
    Matcher address =
        Pattern.compile("(/feed/[^\"]+\\.ics)")
            .matcher(clinician.post("/calendar/feed", Map.of()).body());
    assertThat(address.find()).isTrue();
    Visitor program = Visitor.following(running.address());
    Visitor.Answer feed = program.get(address.group(1));
    assertThat(feed.type()).startsWith("text/calendar");
    assertThat(feed.body())
        .contains("BEGIN:VEVENT")
        .contains("A.G.")
        .contains("DTSTART:20261214T080000Z")
        .doesNotContain("Geheim");
    clinician.post("/calendar/feed/remove", Map.of());
    assertThat(program.get(address.group(1)).status()).isEqualTo(404);
  }

  @Test
  void whoWaitsIsListedUntilTheWishIsMet() {
    UUID patient = running.patient(running.clinic(), "Geduld");
    desk.get("/patients/" + patient + "/waiting");
    Visitor.Answer bad =
        desk.post(
            "/patients/" + patient + "/waiting",
            Map.of("wish", "", "from", "2026-12-10", "until", "2026-12-01"));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.text()).contains("is before the first day");
    Visitor.Answer list =
        desk.post(
            "/patients/" + patient + "/waiting",
            Map.of("wish", "mornings", "from", "2026-12-01", "until", "2026-12-10"));
    assertThat(list.text()).contains("Anna Geduld").contains("mornings");
    Matcher wish = Pattern.compile("/waiting/([0-9a-f-]+)/outcome").matcher(list.body());
    assertThat(wish.find()).isTrue();
    String address = "/waiting/" + wish.group(1) + "/outcome";
    assertThat(desk.post(address, Map.of("outcome", "MET", "version", "1")).text())
        .doesNotContain("Anna Geduld");

    Visitor.Answer second = desk.post(address, Map.of("outcome", "WITHDRAWN", "version", "1"));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text())
        .contains("Somebody else saved first")
        .contains("Met, by Front desk Here")
        .contains("Withdrawn");
    assertThat(desk.post(address, Map.of("outcome", "WITHDRAWN", "version", "2")).status())
        .isEqualTo(200);
    assertThat(
            desk.post(
                    "/waiting/" + new UUID(0, 1) + "/outcome",
                    Map.of("outcome", "MET", "version", "1"))
                .status())
        .isEqualTo(404);
  }

  private Visitor.Answer book(Visitor who, UUID patient, Map<String, String> fields) {
    String address = "/patients/" + patient + "/appointments";
    who.get(address + "/new");
    return who.post(address, fields);
  }

  private Map<String, String> fields(String what, LocalDate day, String time, UUID room) {
    Map<String, String> fields = new HashMap<>();
    fields.put("what", what);
    fields.put("day", day.toString());
    fields.put("time", time);
    fields.put("practitioner", running.staff(Role.CLINICIAN).toString());
    fields.put("room", room.toString());
    fields.put("device", "");
    fields.put("numbing", "30");
    fields.put("handsOn", "30");
    fields.put("setUp", "15");
    fields.put("note", "");
    return fields;
  }

  private String acceptedCourse(UUID patient) {
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    String course =
        clinician
            .post(courses, Map.of("concern", "fine-lines-wrinkles", "site", "face", "from", ""))
            .path();
    clinician.post(course + "/step", Map.of("step", "OFFER", "version", "1"));
    clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return course;
  }

  private static String version(Visitor who, String page) {
    Matcher version =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(who.get(page).body());
    return version.find() ? version.group(1) : "0";
  }
}
