package org.percuta.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.messages.ScriptedServer.Step;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.TestFolders;
import org.slf4j.LoggerFactory;

/** The database goes away while messages wait, and while one is being sent. */
class DatabaseAwayTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MANY = 12;

  private final ScriptedServer server = new ScriptedServer();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  /** Its own, with a worker that looks all the time, on a database that only it uses. */
  private final RunningClinic clinic =
      RunningClinic.start(
          TestFolders.fresh("database-away"),
          Clock.fixed(MovableClock.NOON, ZoneOffset.UTC),
          "--percuta.mail.host=localhost",
          "--percuta.mail.port=" + server.port(),
          "--percuta.mail.from=desk@clinic.example",
          "--percuta.mail.security=NONE",
          "--percuta.mail.pause=100ms",
          "--percuta.mail.address=https://clinic.example");

  @BeforeEach
  void readTheLog() {
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    clinic.close();
    server.close();
  }

  @Test
  void whatWaitsIsSentOnceEachWhenTheDatabaseIsBackAndTheOutageIsToldOnce() {
    List<UUID> patients = queued();
    MessageWorker worker = clinic.bean(MessageWorker.class);
    clinic.signalDatabase("STOP");
    try {
      worker.start();
      await(() -> !told("Messages wait").isEmpty());
      int looks = 3;
      pause(Duration.ofSeconds(4L * looks));
      assertThat(told("Messages wait")).hasSize(1);
      assertThat(log.list).as("lines in the log").hasSizeLessThan(40);
    } finally {
      clinic.signalDatabase("CONT");
    }
    await(() -> server.texts().size() >= MANY);
    await(() -> states(patients).stream().allMatch(MessageState.SENT::equals));
    worker.stop();

    assertThat(server.texts()).hasSize(MANY);
    assertThat(patients)
        .allSatisfy(patient ->
            assertThat(server.texts())
                .filteredOn(text -> text.contains(patient + "@away.example"))
                .hasSize(1));
    assertThat(told("Messages go on")).hasSize(1);
  }

  @Test
  void anAnswerThatCameWhileTheDatabaseHungIsStoredWhenItAnswersAgain() {
    List<UUID> patients = queued();
    once(MANY / 2, () -> clinic.signalDatabase("STOP"));
    MessageWorker worker = clinic.bean(MessageWorker.class);
    try {
      worker.start();
      await(() -> !told("Messages wait").isEmpty());
      assertThat(server.texts()).as("nothing more until it is stored").hasSize(MANY / 2);
    } finally {
      clinic.signalDatabase("CONT");
    }
    await(() -> states(patients).stream().allMatch(MessageState.SENT::equals));
    worker.stop();

    assertThat(server.texts()).as("none twice").hasSize(MANY);
  }

  @Test
  void anAnswerThatCameAfterTheDatabaseWasKilledIsStoredWhenItIsBack() {
    List<UUID> patients = queued();
    once(
        MANY / 2,
        () -> {
          ProcessHandle killed = ProcessHandle.of(database()).orElseThrow();
          killed.destroyForcibly();
          // Not until nobody gets through: the database may be back before the first who tries.
          killed.onExit().join();
        });
    MessageWorker worker = clinic.bean(MessageWorker.class);
    worker.start();
    await(() -> states(patients).stream().allMatch(MessageState.SENT::equals));
    worker.stop();

    assertThat(server.texts()).as("none twice").hasSize(MANY);
  }

  /** Does something between the text with this number and the answer to it. */
  private void once(int number, Runnable what) {
    AtomicBoolean done = new AtomicBoolean();
    server.answering(
        Step.TEXT,
        () -> {
          if (server.texts().size() == number && done.compareAndSet(false, true)) {
            what.run();
          }
          return "250 taken";
        });
  }

  private List<UUID> queued() {
    List<UUID> patients =
        IntStream.range(0, MANY)
            .mapToObj(i -> clinic.patient(clinic.clinic(), "Away " + i))
            .toList();
    for (UUID patient : patients) {
      clinic.inClinic(() ->
          clinic
              .sql()
              .sql("update patient set email = ? where patient_id = ?")
              .params(patient + "@away.example", patient)
              .update());
      clinic.inClinic(() ->
          clinic
              .bean(MessagePlan.class)
              .link(clinic.actor(Role.CLINICIAN), clinic.bean(Patients.class).get(patient), 14));
    }
    return patients;
  }

  private List<MessageState> states(List<UUID> patients) {
    return patients.stream()
        .map(patient ->
            clinic
                .inClinic(() -> clinic.bean(MessageRepository.class).listOf(patient, 9))
                .getFirst()
                .state())
        .toList();
  }

  private List<String> told(String what) {
    return log.list.stream()
        .filter(one -> one.getLoggerName().equals(MessageWorker.class.getName()))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.startsWith(what))
        .toList();
  }

  private long database() {
    return java.util.Objects.requireNonNull(clinic.bean(DatabaseAccess.class).serverProcess());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
      pause(Duration.ofMillis(50));
    }
  }

  /** A database that has just come back may still refuse. */
  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (org.springframework.dao.DataAccessException
        | org.springframework.transaction.TransactionException e) {
      return false;
    }
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
