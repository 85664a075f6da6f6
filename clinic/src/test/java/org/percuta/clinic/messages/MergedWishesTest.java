package org.percuta.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

/** Wishes about messages, and messages, of two records that turn out to be one person's. */
class MergedWishesTest {

  private static final RunningClinic CLINIC = Post.CLINIC;

  private Visitor clinician = CLINIC.as(Role.CLINICIAN);
  private UUID kept = new UUID(0, 0);
  private UUID other = new UUID(0, 0);
  private String name = "";

  @BeforeEach
  void twoRecords() {
    MovableClock.set(MovableClock.NOON);
    clinician = CLINIC.as(Role.CLINICIAN);
    name = "wishes-" + UUID.randomUUID();
    kept = Post.patient("Wishes", name + "@post.example");
    other = Post.patient("Wishes", name + "-old@post.example");
  }

  @Test
  void aRefusalInTheMergedRecordHoldsForThePersonUntilTheMergeIsUndone() {
    wish(other, "yes", "Europe/Lisbon");
    queueLink(kept);
    merge();

    assertThat(clinician.get(messages(kept)).text()).contains("The patient wants no e-mail");
    assertThat(addressee(kept).noEmail()).isTrue();
    assertThat(addressee(kept).ownZone()).isEqualTo("Europe/Lisbon");
    assertThat(clinician.get("/messages/" + link().id()).text()).contains("Wants no e-mail");
    Post.look();
    assertThat(Post.arrived(name + "@post.example")).isEmpty();

    undo();
    assertThat(addressee(kept).noEmail()).isFalse();
    assertThat(addressee(kept).ownZone()).isEmpty();
    assertThat(addressee(other).noEmail()).isTrue();
    Post.look();
    assertThat(Post.arrived(name + "@post.example")).hasSize(1);
    assertThat(Post.arrived(name + "-old@post.example")).isEmpty();
  }

  @Test
  void aRefusalInTheRecordThatStaysHoldsAlthoughTheOtherSaidNothingAgainst() {
    wish(kept, "yes", "");
    wish(other, "", "Europe/Lisbon");
    merge();

    assertThat(addressee(kept).noEmail()).isTrue();
    assertThat(addressee(kept).ownZone()).isEqualTo("Europe/Lisbon");
  }

  @Test
  void whatThePersonSaysAfterTheMergeCountsAloneAndTheUndoneMergeGivesEachItsOwn() {
    wish(other, "yes", "Europe/Lisbon");
    merge();
    later();
    wish(kept, "", "");

    assertThat(addressee(kept).noEmail()).isFalse();
    assertThat(addressee(kept).ownZone()).isEmpty();
    queueLink(kept);
    Post.look();
    assertThat(Post.arrived(name + "@post.example")).hasSize(1);

    undo();
    assertThat(addressee(kept).noEmail()).isFalse();
    assertThat(addressee(other).noEmail()).isTrue();
    assertThat(addressee(other).ownZone()).isEqualTo("Europe/Lisbon");
  }

  @Test
  void aRefusalReachesThroughTwoMergesAndNotIntoAnotherPerson() {
    UUID last = Post.patient("Wishes", name + "-last@post.example");
    UUID stranger = Post.patient("Wishes", name + "-stranger@post.example");
    wish(other, "yes", "");
    merge();
    later();
    assertThat(merge(last, kept).status()).isEqualTo(200);

    assertThat(addressee(last).noEmail()).isTrue();
    assertThat(addressee(stranger).noEmail()).isFalse();
  }

  @Test
  void theCourseOfAMergedRecordGoesOnBeingToldToThePerson() {
    String course = Post.accepted(clinician, other, RunningClinic.TODAY.plusDays(2));
    merge();
    UUID id = UUID.fromString(course.substring(course.lastIndexOf('/') + 1));
    Post.look();

    assertThat(Post.arrived(name + "@post.example")).isNotEmpty();
    assertThat(Post.arrived(name + "-old@post.example")).isEmpty();
    assertThat(Post.messages(kept, MessageState.WAITING))
        .isNotEmpty()
        .allMatch(message -> id.equals(message.course()) && message.patient().equals(kept));
    // Moved by days, every message of it is made anew.
    CLINIC.inClinic(() ->
        CLINIC
            .sql()
            .sql("update course_session set planned = planned + 1 where course_id = ?")
            .param(id)
            .update());
    assertThat(CLINIC.inClinic(() -> CLINIC.bean(MessagePlan.class).course(Post.actor(), id)))
        .isTrue();
    LocalDate moved = RunningClinic.TODAY.plusDays(3);
    assertThat(Post.messages(kept, MessageState.WAITING))
        .anyMatch(message -> message.about().equals(moved.toString()));

    undo();
    assertThat(Post.messages(kept)).isEmpty();
    assertThat(Post.messages(other, MessageState.WAITING)).isNotEmpty();
  }

  private static void later() {
    MovableClock.set(MovableClock.ONE.instant().plus(Duration.ofMinutes(1)));
  }

  private void wish(UUID patient, String noEmail, String zone) {
    Map<String, String> sent =
        new HashMap<>(
            Map.of("zone", zone, "version", String.valueOf(addressee(patient).version())));
    if (!noEmail.isEmpty()) {
      sent.put("noEmail", noEmail);
    }
    clinician.get(messages(patient));
    assertThat(clinician.post(messages(patient) + "/preferences", sent).status()).isEqualTo(200);
  }

  private void merge() {
    later();
    assertThat(merge(kept, other).status()).isEqualTo(200);
  }

  private Visitor.Answer merge(UUID into, UUID from) {
    clinician.get("/patients/" + into);
    return clinician.post(
        "/patients/" + into + "/merge",
        Map.of(
            "with",
            from.toString(),
            "keptVersion",
            version(into),
            "otherVersion",
            version(from),
            "reason",
            "Asked on the phone"));
  }

  private String version(UUID patient) {
    return String.valueOf(
        CLINIC.inClinic(() -> CLINIC.bean(Patients.class).get(patient)).version());
  }

  private void undo() {
    UUID merge =
        CLINIC.inClinic(() ->
            CLINIC
                .sql()
                .sql("select merge_id from patient_merge where kept = ? and undone_at is null")
                .param(kept)
                .query(UUID.class)
                .single());
    clinician.get("/patients/" + kept);
    assertThat(
            clinician.post("/patients/" + kept + "/merges/" + merge + "/undo", Map.of()).status())
        .isEqualTo(200);
  }

  private static Addressee addressee(UUID patient) {
    return CLINIC.inClinic(() -> CLINIC.bean(MessagePreferences.class).addressee(patient));
  }

  private Message link() {
    return Post.messages(kept).getFirst();
  }

  private static void queueLink(UUID patient) {
    CLINIC.inClinic(() ->
        CLINIC
            .bean(MessagePlan.class)
            .link(Post.actor(), CLINIC.bean(Patients.class).get(patient), 14));
  }

  private static String messages(UUID patient) {
    return "/patients/" + patient + "/messages";
  }
}
