package org.percuta.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.postgres.ChildProcess;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.staff.StaffAccounts;
import org.percuta.clinic.testing.OwnClock;
import org.percuta.clinic.testing.TestFolders;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** kill -9 after the mail server has the text and before its answer is stored. */
class KilledWhileSendingTest {

  private static final Instant TEN_MINUTES_ON = MovableClock.NOON.plus(Duration.ofMinutes(10));

  @Test
  void whatAKilledProcessWasSendingIsUnsureAfterTheNextStartAndIsNotSentAgain() throws Exception {
    Path data = TestFolders.fresh("killed-while-sending");
    try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> text = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> take(listening, text));
      Process child =
          ChildProcess.startSaying(
              data.resolve("said"),
              Child.class,
              data.toString(),
              String.valueOf(listening.getLocalPort()));
      try {
        assertThat(text.get(120, TimeUnit.SECONDS)).contains("https://clinic.example/visit/");
      } finally {
        child.destroyForcibly();
        child.waitFor();
      }
    }

    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    SpringApplication next = new SpringApplication(ClinicApplication.class);
    next.addInitializers(new OwnClock(Clock.fixed(TEN_MINUTES_ON, ZoneOffset.UTC)));
    try (ConfigurableApplicationContext context =
        next.run(arguments(data, server.getSmtp().getPort(), false))) {
      MessageDelivery delivery = context.getBean(MessageDelivery.class);
      delivery.look();
      delivery.look();

      assertThat(server.getReceivedMessages()).isEmpty();
      ClinicId clinic =
          new ClinicId(
              context
                  .getBean(JdbcClient.class)
                  .sql("select clinic_id from clinic where slug = 'killed'")
                  .query(UUID.class)
                  .single());
      MessageRepository repository = context.getBean(MessageRepository.class);
      assertThat(
              context
                  .getBean(ClinicTransactions.class)
                  .in(
                      clinic,
                      () -> repository.list(MessageFilter.UNSURE, "", TEN_MINUTES_ON, 9, 0)))
          .singleElement()
          .extracting(Message::reason)
          .isEqualTo(
              "Percuta or its connection ended while this was being sent. It may have been sent.");
    } finally {
      server.stop();
    }
  }

  private static String[] arguments(Path data, int port, boolean worker) {
    return new String[] {
      "--server.port=0",
      "--percuta.data=" + data.resolve("clinic"),
      "--percuta.programs=" + TestFolders.PROGRAMS,
      "--percuta.mail.host=127.0.0.1",
      "--percuta.mail.port=" + port,
      "--percuta.mail.from=desk@clinic.example",
      "--percuta.mail.security=NONE",
      "--percuta.mail.address=https://clinic.example",
      "--percuta.mail.worker=" + worker,
      "--percuta.mail.pause=200ms"
    };
  }

  /** Speaks as a mail server until the whole text is there, and then says nothing any more. */
  private static void take(ServerSocket listening, CompletableFuture<String> text) {
    try (Socket socket = listening.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      say(out, "220 here");
      boolean data = false;
      StringBuilder read = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (data && line.equals(".")) {
          text.complete(read.toString());
          data = false;
        } else if (data) {
          // Long lines are folded in quoted-printable; the test reads them whole.
          read.append(line.endsWith("=") ? line.substring(0, line.length() - 1) : line + "\n");
        } else if (line.startsWith("DATA")) {
          data = true;
          say(out, "354 go on");
        } else {
          say(out, "250 fine");
        }
      }
    } catch (IOException e) {
      text.completeExceptionally(e);
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The process that is killed: the product, with one message to send. */
  static final class Child {

    public static void main(String[] arguments) {
      SpringApplication application = new SpringApplication(ClinicApplication.class);
      application.addInitializers(new OwnClock(Clock.fixed(MovableClock.NOON, ZoneOffset.UTC)));
      ConfigurableApplicationContext context =
          application.run(arguments(Path.of(arguments[0]), Integer.parseInt(arguments[1]), true));
      ClinicId clinic =
          context.getBean(StaffAccounts.class).createClinic("killed", "Killed Clinic", "UTC");
      context
          .getBean(ClinicTransactions.class)
          .run(
              clinic,
              () -> {
                UUID patient =
                    context
                        .getBean(JdbcClient.class)
                        .sql(
                            "insert into patient (clinic_id, given_name, family_name, birth_date,"
                                + " email) values (?, 'Anna', 'Killed', '1990-04-02',"
                                + " 'killed@post.example') returning patient_id")
                        .param(clinic.value())
                        .query(UUID.class)
                        .single();
                context
                    .getBean(MessagePlan.class)
                    .link(
                        Actor.system(clinic, "Test"),
                        context.getBean(Patients.class).get(patient),
                        14);
              });
    }
  }
}
