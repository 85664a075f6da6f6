package org.percuta.clinic.messages;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.TestFolders;
import org.percuta.clinic.testing.Visitor;

/**
 * An application with a real mail server, a clock that can be set, and the worker's looks at will.
 */
final class Post {

  static final GreenMail SERVER = server();
  static final RunningClinic CLINIC =
      RunningClinic.start(
          TestFolders.fresh("post"),
          MovableClock.ONE,
          "--percuta.mail.host=127.0.0.1",
          "--percuta.mail.port=" + SERVER.getSmtp().getPort(),
          "--percuta.mail.from=desk@clinic.example",
          "--percuta.mail.security=NONE",
          "--percuta.mail.address=https://clinic.example/");

  private Post() {}

  private static GreenMail server() {
    // A port of its own, which it still has after it was stopped and started.
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      GreenMail server =
          new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A letter as it arrived. */
  record Arrived(String id, String subject, String from, String text) {}

  static List<Arrived> arrived(String address) {
    return Arrays.stream(SERVER.getReceivedMessages())
        .filter(mail -> recipients(mail).contains(address))
        .map(Post::arrived)
        .toList();
  }

  private static String recipients(MimeMessage mail) {
    try {
      return Arrays.toString(mail.getRecipients(Message.RecipientType.TO));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Arrived arrived(MimeMessage mail) {
    try {
      return new Arrived(
          mail.getMessageID(),
          mail.getSubject(),
          Arrays.toString(mail.getFrom()),
          mail.getContent().toString().replace("\r\n", "\n"));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int look() {
    return CLINIC.bean(MessageDelivery.class).look();
  }

  /** A patient who may be treated, with an address of their own. */
  static UUID patient(String family, String email) {
    UUID patient = CLINIC.healthyPatient(family);
    setEmail(patient, email);
    return patient;
  }

  static void setEmail(UUID patient, String email) {
    CLINIC.inClinic(() ->
        CLINIC
            .sql()
            .sql("update patient set email = nullif(?, '') where patient_id = ?")
            .params(email, patient)
            .update());
  }

  static List<org.percuta.clinic.messages.Message> messages(UUID patient) {
    return CLINIC.inClinic(() -> CLINIC.bean(MessageRepository.class).listOf(patient, 500));
  }

  static List<org.percuta.clinic.messages.Message> messages(UUID patient, MessageState state) {
    return messages(patient).stream().filter(one -> one.state() == state).toList();
  }

  static Actor actor() {
    return CLINIC.actor(Role.CLINICIAN);
  }

  /** Plans a course from a day on, offers it and has it accepted; its address. */
  static String accepted(Visitor clinician, UUID patient, LocalDate from) {
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    String course =
        clinician
            .post(
                courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", from.toString()))
            .path();
    clinician.post(course + "/step", Map.of("step", "OFFER", "version", "1"));
    clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return course;
  }
}
