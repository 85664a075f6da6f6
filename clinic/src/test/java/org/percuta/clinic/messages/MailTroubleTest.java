package org.percuta.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.messages.ScriptedServer.Step;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.TestFolders;

/** What becomes of a message, and what the desk reads, when the mail server makes trouble. */
class MailTroubleTest {

  private static final ScriptedServer SERVER = new ScriptedServer();
  private static final RunningClinic CLINIC = clinic();

  /**
   * Its Java trusts what {@link Certificates#trusting} does, and its password is not an argument.
   */
  private static RunningClinic clinic() {
    String password = "percuta.mail.password";
    try {
      SSLContext before = SSLContext.getDefault();
      SSLContext.setDefault(Certificates.trusting());
      System.setProperty(password, ScriptedServer.PASSWORD);
      try {
        return RunningClinic.start(
            TestFolders.fresh("mail-trouble"),
            MovableClock.ONE,
            "--percuta.mail.host=localhost",
            "--percuta.mail.port=" + SERVER.port(),
            "--percuta.mail.username=" + ScriptedServer.USER,
            "--percuta.mail.from=desk@clinic.example",
            "--percuta.mail.answer-within=3s",
            "--percuta.mail.address=https://clinic.example");
      } finally {
        SSLContext.setDefault(before);
        System.clearProperty(password);
      }
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void stop() {
    CLINIC.close();
    SERVER.close();
  }

  @BeforeEach
  void noon() {
    MovableClock.set(MovableClock.NOON);
    SERVER.reset();
    SERVER.withCertificate(Certificates.of(Certificates.GOOD));
  }

  @Test
  void aServerWithAnotherCertificateGetsNothingUntilItShowsTheRightOne() {
    SERVER.withCertificate(Certificates.of(Certificates.STRANGER));
    UUID patient = queued("Stranger");
    look();

    Message waiting = message(patient);
    assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
    assertThat(page(waiting)).contains("certificate is not trusted, or names another host");
    assertThat(SERVER.heard()).noneMatch(said -> said.contains("AUTH") || said.contains("MAIL"));

    SERVER.withCertificate(Certificates.of(Certificates.GOOD));
    later(Duration.ofMinutes(2));
    assertThat(message(patient).state()).isEqualTo(MessageState.SENT);
    assertThat(SERVER.texts()).hasSize(1);
  }

  @Test
  void anAddressThatIsRefusedIsShownAndNotTriedAgain() {
    SERVER.answering(Step.RCPT, "550 5.1.1 nobody here");
    UUID patient = queued("Nobody");
    look();

    Message failed = message(patient);
    assertThat(failed.state()).isEqualTo(MessageState.FAILED);
    assertThat(page(failed)).contains("The mail server refused it (550).");
    SERVER.reset();
    later(Duration.ofHours(8));
    assertThat(SERVER.heard()).isEmpty();
  }

  @Test
  void aBusyServerIsAskedAgainAfterAWhileAndNotBefore() {
    SERVER.answering(Step.RCPT, "450 4.2.0 not now");
    UUID patient = queued("Greylisted");
    look();
    look();
    assertThat(SERVER.heard()).filteredOn(said -> said.endsWith("RCPT")).hasSize(1);
    assertThat(page(message(patient))).contains("asked to try again later (450)");

    SERVER.answering(Step.RCPT, "250 fine");
    later(Duration.ofMinutes(2));
    assertThat(message(patient).state()).isEqualTo(MessageState.SENT);
    assertThat(SERVER.texts()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksAfterTheFinalDotIsNeverSentAgainByItself() {
    SERVER.answering(Step.TEXT, ScriptedServer.DROP);
    assertUnsureAndSentOnce(queued("Dropped"));
  }

  @Test
  void aServerThatHangsAfterTheFinalDotHoldsNothingUpAndIsNotSentItAgain() {
    SERVER.answering(Step.TEXT, ScriptedServer.HANG);
    assertUnsureAndSentOnce(queued("Hanging"));
  }

  private static void assertUnsureAndSentOnce(UUID patient) {
    look();
    SERVER.answering(Step.TEXT, "250 taken");
    look();
    later(Duration.ofMinutes(10));
    later(Duration.ofHours(9));

    Message unsure = message(patient);
    assertThat(unsure.state()).isEqualTo(MessageState.UNSURE);
    assertThat(page(unsure)).contains("It may have been sent.");
    assertThat(SERVER.texts()).hasSize(1);
  }

  private static UUID queued(String family) {
    UUID patient = CLINIC.patient(CLINIC.clinic(), family);
    CLINIC.inClinic(() ->
        CLINIC
            .bean(MessagePlan.class)
            .link(CLINIC.actor(Role.CLINICIAN), CLINIC.bean(Patients.class).get(patient), 14));
    return patient;
  }

  private static void look() {
    CLINIC.bean(MessageDelivery.class).look();
  }

  private static void later(Duration time) {
    MovableClock.set(MovableClock.ONE.instant().plus(time));
    look();
  }

  private static Message message(UUID patient) {
    return CLINIC
        .inClinic(() -> CLINIC.bean(MessageRepository.class).listOf(patient, 9))
        .getFirst();
  }

  private static String page(Message message) {
    return CLINIC.as(Role.FRONT_DESK).get("/messages/" + message.id()).text();
  }
}
