package org.percuta.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** From the queue to a mail server: once, again when it failed, and never by guess. */
class DeliveryTest {

  private final RunningClinic clinic = Post.CLINIC;
  private Visitor desk = clinic.as(Role.FRONT_DESK);

  @BeforeEach
  void noon() {
    MovableClock.set(MovableClock.NOON);
    desk = clinic.as(Role.FRONT_DESK);
  }

  @Test
  void aSignInLinkIsMadeWhenItIsSentAndKeptNowhere() {
    UUID patient = Post.patient("Link", "link@post.example");
    String page = "/patients/" + patient + "/messages";
    desk.get(page);
    assertThat(desk.post(page + "/link", Map.of()).status()).isEqualTo(200);
    assertThat(desk.post(page + "/link", Map.of()).text())
        .contains("A link is on its way already.");
    Post.look();

    Post.Arrived letter = Post.arrived("link@post.example").getFirst();
    assertThat(Post.arrived("link@post.example")).hasSize(1);
    assertThat(letter.text()).containsPattern("https://clinic.example/visit/[A-Za-z0-9_.-]{60,}\n");
    assertThat(letter.subject()).isEqualTo("Your page at Here Skin Clinic");
    Message stored = Post.messages(patient).getFirst();
    assertThat(stored.state()).isEqualTo(MessageState.SENT);
    assertThat(stored.body()).contains(MessageWording.LINK).doesNotContain("/visit/");
    String link = letter.text().replaceFirst("(?s).*https://clinic.example(/visit/\\S+).*", "$1");
    assertThat(Visitor.following(clinic.address()).get(link).text())
        .contains("What is your date of birth?");
  }

  @Test
  void twoNodesAtOnceSendEachMessageOnce() throws Exception {
    try (ConfigurableApplicationContext node =
            clinic.node(
                "second-node",
                new SpringApplication(ClinicApplication.class),
                "--percuta.mail.host=127.0.0.1",
                "--percuta.mail.port=" + Post.SERVER.getSmtp().getPort(),
                "--percuta.mail.from=desk@clinic.example",
                "--percuta.mail.security=NONE",
                "--percuta.mail.address=https://clinic.example");
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<UUID> patients =
          IntStream.range(0, 40)
              .mapToObj(i -> clinic.patient(clinic.clinic(), "Many " + i))
              .toList();
      patients.forEach(patient -> {
        Post.setEmail(patient, patient + "@many.example");
        queueLink(patient);
      });
      MessageDelivery here = clinic.bean(MessageDelivery.class);
      MessageDelivery there = node.getBean(MessageDelivery.class);

      List<Callable<Integer>> looks = List.of(here::look, there::look, here::look, there::look);
      int sent = 0;
      for (Future<Integer> look : threads.invokeAll(looks)) {
        sent += look.get();
      }

      assertThat(sent).isGreaterThanOrEqualTo(patients.size());
      for (UUID patient : patients) {
        assertThat(Post.arrived(patient + "@many.example")).hasSize(1);
        assertThat(Post.messages(patient))
            .singleElement()
            .extracting(Message::state)
            .isEqualTo(MessageState.SENT);
      }
    }
  }

  @Test
  void whenTheServerIsAwayItIsTriedAFewTimesAndThenSaysWhy() {
    UUID patient = Post.patient("Failed", "failed@post.example");
    queueLink(patient);
    Post.SERVER.stop();
    Instant now = MovableClock.NOON;
    try {
      for (int tries = 1; tries <= MessageDelivery.TRIES; tries++) {
        MovableClock.set(now);
        Post.look();
        Post.look();
        assertThat(Post.messages(patient).getFirst().tries()).isEqualTo(tries);
        now = now.plus(Duration.ofHours(tries < 4 ? 1 : 6));
      }
    } finally {
      Post.SERVER.start();
    }
    Message failed = Post.messages(patient).getFirst();
    assertThat(failed.state()).isEqualTo(MessageState.FAILED);
    assertThat(failed.reason()).isEqualTo("The mail server could not be reached. Tried 6 times.");
    Visitor again = clinic.as(Role.FRONT_DESK);
    String page = "/messages/" + failed.id();
    assertThat(again.get(page).text()).contains("The mail server could not be reached.");

    assertThat(decide(again, failed, "AGAIN").status()).isEqualTo(200);
    Post.look();
    assertThat(Post.arrived("failed@post.example"))
        .singleElement()
        .extracting(Post.Arrived::id)
        .isEqualTo("<" + failed.id() + "@clinic.example>");
  }

  @Test
  void whatWasBeingSentWhenItsWorkerVanishedIsShownAsUnsureAndNotSentByItself() {
    UUID patient = Post.patient("Unsure", "unsure@post.example");
    queueLink(patient);
    Message message = Post.messages(patient).getFirst();
    Actor system = Actor.system(clinic.clinic(), "Messages");
    MessageDelivery delivery = clinic.bean(MessageDelivery.class);
    MessageQueue.Candidate candidate = new MessageQueue.Candidate(message.id(), null, null);
    assertThat(clinic.inClinic(() -> delivery.claim(system, candidate))).isPresent();
    assertThat(clinic.inClinic(() -> delivery.claim(system, candidate))).isEmpty();
    Post.look();
    assertThat(Post.messages(patient).getFirst().state()).isEqualTo(MessageState.SENDING);

    MovableClock.set(MovableClock.NOON.plus(MessageDelivery.PATIENCE).plusSeconds(1));
    Post.look();
    MovableClock.set(MovableClock.NOON.plus(Duration.ofHours(2)));
    Post.look();
    Message unsure = Post.messages(patient).getFirst();
    assertThat(unsure.state()).isEqualTo(MessageState.UNSURE);
    assertThat(Post.arrived("unsure@post.example")).isEmpty();
    Visitor desk = clinic.as(Role.FRONT_DESK);
    assertThat(desk.get("/messages?show=unsure&q=unsure").text())
        .contains("Unsure: may have been sent");

    decide(desk, unsure, "AGAIN");
    Post.look();
    assertThat(Post.arrived("unsure@post.example")).hasSize(1);
    // A second press of the same button finds it decided.
    Visitor.Answer second =
        desk.post(
            "/messages/" + unsure.id() + "/decide",
            Map.of("decision", "AGAIN", "version", String.valueOf(unsure.version())));
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.text()).contains("This message is now: sent.");
    Post.look();
    assertThat(Post.arrived("unsure@post.example")).hasSize(1);
  }

  @Test
  void withoutAnAddressOrAgainstAWishNothingIsSentAndItIsHandedOver() {
    UUID without = Post.patient("Without", "");
    UUID unwilling = Post.patient("Unwilling", "unwilling@post.example");
    Visitor clinician = clinic.as(Role.CLINICIAN);
    clinician.get("/patients/" + unwilling + "/messages");
    clinician.post(
        "/patients/" + unwilling + "/messages/preferences",
        Map.of("noEmail", "yes", "zone", "", "version", "0"));
    Post.accepted(clinician, without, RunningClinic.TODAY.plusDays(2));
    Post.accepted(clinician, unwilling, RunningClinic.TODAY.plusDays(2));
    Post.look();

    assertThat(Post.arrived("unwilling@post.example")).isEmpty();
    for (UUID patient : List.of(without, unwilling)) {
      assertThat(Post.messages(patient, MessageState.SENT)).isEmpty();
      assertThat(desk.get("/patients/" + patient + "/messages").text())
          .contains("To hand over or print");
    }
    assertThat(desk.post("/patients/" + unwilling + "/messages/link", Map.of()).text())
        .contains("The patient wants no e-mail messages.");
    Message due = Post.messages(without, MessageState.WAITING).getFirst();
    decide(desk, due, "HANDED_OVER");
    clinic.inClinic(() ->
        clinic
            .bean(MessagePlan.class)
            .course(Post.actor(), java.util.Objects.requireNonNull(due.course())));
    assertThat(Post.messages(without, MessageState.HANDED_OVER)).hasSize(1);
    assertThat(Post.messages(without, MessageState.WAITING))
        .noneMatch(one -> one.items().equals(due.items()));
  }

  @Test
  void anAppointmentIsConfirmedAtOnceAndRemindedTheDayBefore() {
    UUID patient = Post.patient("Visit", "visit@post.example");
    Visitor owner = clinic.as(Role.OWNER);
    owner.get("/calendar/settings");
    owner.post("/calendar/settings/bookables", Map.of("kind", "ROOM", "name", "Post room"));
    String page = owner.get("/patients/" + patient + "/appointments/new").body();
    String room =
        page.replaceFirst("(?s).*<option value=\"([0-9a-f-]{36})\"[^>]*>Post room.*", "$1");
    LocalDate day = RunningClinic.TODAY.plusDays(9);
    Visitor.Answer booked =
        owner.post("/patients/" + patient + "/appointments", booking(room, day, "14:30"));
    assertThat(booked.path()).startsWith("/appointments/");
    Post.look();
    assertThat(Post.arrived("visit@post.example"))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.subject()).isEqualTo("Your appointment at Here Skin Clinic");
          assertThat(letter.text())
              .contains("Wednesday 2 December 2026 at 14:30\nWith Clinician Here");
        });

    owner.get(booked.path() + "/move");
    owner.post(
        booked.path() + "/move", with(booking(room, day.plusDays(1), "10:00"), "version", "1"));
    Post.look();
    assertThat(Post.arrived("visit@post.example")).hasSize(2);
    MovableClock.set(Instant.parse(day + "T08:30:00Z"));
    Post.look();
    Post.look();
    assertThat(Post.arrived("visit@post.example"))
        .hasSize(3)
        .last()
        .satisfies(letter ->
            assertThat(letter.text())
                .contains("remind")
                .contains("Thursday 3 December 2026 at 10:00"));

    Visitor later = clinic.as(Role.OWNER);
    later.get(booked.path());
    later.post(
        booked.path() + "/move", with(booking(room, day.plusDays(6), "10:00"), "version", "2"));
    later.post(booked.path() + "/state", Map.of("state", "CANCELLED", "version", "3"));
    assertThat(Post.messages(patient, MessageState.WAITING)).isEmpty();
    assertThat(Post.messages(patient, MessageState.CANCELLED)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aNameCannotWriteHeadersAndABadAddressIsRefusedInPlainWords() {
    UUID patient = Post.patient("Header", "header@post.example");
    clinic.inClinic(() ->
        clinic
            .sql()
            .sql(
                "update patient set given_name = E'Eve\\r\\nBcc: all@post.example' where patient_id = ?")
            .param(patient)
            .update());
    queueLink(patient);
    UUID broken = Post.patient("Broken", "one@post.example,two@post.example");
    queueLink(broken);
    Post.look();

    assertThat(Post.arrived("header@post.example"))
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.text()).startsWith("Hello Eve Bcc: all@post.example,\n"));
    assertThat(Post.arrived("all@post.example")).isEmpty();
    assertThat(Post.arrived("two@post.example")).isEmpty();
    assertThat(Post.messages(broken).getFirst().reason())
        .isEqualTo("The e-mail address cannot be used. Correct it in the record.");
  }

  @Test
  void anotherClinicsMessagesAreNotThereOnAnyPage() {
    UUID patient = Post.patient("Wall", "wall@post.example");
    queueLink(patient);
    Message message = Post.messages(patient).getFirst();
    Visitor other = clinic.fromOther(Role.OWNER);
    other.get("/messages");

    assertThat(other.get("/messages").text()).doesNotContain("Wall");
    assertThat(other.get("/messages?q=wall").text()).contains("No message here");
    assertThat(other.get("/messages/" + message.id()).status()).isEqualTo(404);
    assertThat(other.get("/patients/" + patient + "/messages").status()).isEqualTo(404);
    for (String path :
        List.of(
            "/messages/" + message.id() + "/decide",
            "/patients/" + patient + "/messages/link",
            "/patients/" + patient + "/messages/preferences")) {
      assertThat(
              other
                  .post(path, Map.of("decision", "WITHHOLD", "version", "1", "noEmail", "yes"))
                  .status())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(Post.messages(patient).getFirst()).isEqualTo(message);
    assertThat(
            clinic.in(
                clinic.other(), () -> clinic.bean(MessageRepository.class).find(message.id())))
        .isEmpty();
  }

  @Test
  void badInputIsAnsweredBesideItsField() {
    Visitor owner = clinic.as(Role.OWNER);
    owner.get("/messages/settings");
    assertThat(owner.post("/messages/settings", Map.of("from", "25:00", "until", "03:00")).text())
        .contains("'25:00' is not a time. Write it as 09:00.")
        .contains("Choose a time from 06:00 to 22:00, not the night.");
    assertThat(owner.post("/messages/settings", Map.of("from", "10:00", "until", "09:00")).text())
        .contains("Leave at least an hour after 10:00.");
    assertThat(desk.get("/messages?show=x&page=-7&q=%25%00_" + "y".repeat(500)).status())
        .isEqualTo(200);
    assertThat(desk.get("/messages/settings").status()).isEqualTo(403);
    assertThat(desk.get("/messages/not-an-id").status()).isEqualTo(404);
  }

  @Test
  void theSecondOfTwoWhoSetTheHoursSeesBoth() {
    Visitor owner = clinic.fromOther(Role.OWNER);
    owner.get("/messages/settings");
    Map<String, String> eight = Map.of("from", "08:00", "until", "18:00", "version", "0");
    assertThat(owner.post("/messages/settings", eight).status()).isEqualTo(200);
    Visitor.Answer second =
        owner.post("/messages/settings", Map.of("from", "11:00", "until", "19:00", "version", "0"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text())
        .contains("Somebody else saved first")
        .contains("08:00")
        .contains("11:00");
  }

  private void queueLink(UUID patient) {
    clinic.inClinic(() ->
        clinic
            .bean(MessagePlan.class)
            .link(Post.actor(), clinic.bean(Patients.class).get(patient), 14));
  }

  private static Visitor.Answer decide(Visitor visitor, Message message, String decision) {
    visitor.get("/messages/" + message.id());
    return visitor.post(
        "/messages/" + message.id() + "/decide",
        Map.of("decision", decision, "version", String.valueOf(message.version())));
  }

  private Map<String, String> booking(String room, LocalDate day, String time) {
    return Map.of(
        "what",
        "CONSULTATION",
        "day",
        day.toString(),
        "time",
        time,
        "practitioner",
        clinic.staff(Role.CLINICIAN).toString(),
        "room",
        room,
        "numbing",
        "20",
        "handsOn",
        "30",
        "setUp",
        "10");
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> all = new java.util.HashMap<>(fields);
    all.put(name, value);
    return all;
  }
}
