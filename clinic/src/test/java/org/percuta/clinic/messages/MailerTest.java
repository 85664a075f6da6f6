package org.percuta.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.percuta.clinic.messages.ScriptedServer.Step;
import org.percuta.clinic.platform.ClinicId;
import org.slf4j.LoggerFactory;
import org.springframework.boot.DefaultApplicationArguments;

/** What the mailer makes of what mail servers do, over real connections. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MailerTest {

  private static final String UNTRUSTED =
      "The mail server's certificate is not trusted, or names another host. Nothing was sent.";
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private static SSLContext before;

  private final ScriptedServer server = new ScriptedServer();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeAll
  static void trust() throws Exception {
    before = SSLContext.getDefault();
    SSLContext.setDefault(Certificates.trusting());
  }

  @AfterAll
  static void trustAsBefore() {
    SSLContext.setDefault(before);
  }

  @BeforeEach
  void readTheLog() {
    log.start();
    root().addAppender(log);
    logger("org.percuta").setLevel(Level.DEBUG);
  }

  @AfterEach
  void end() {
    server.close();
    root().detachAppender(log);
    logger("org.percuta").setLevel(null);
  }

  @Test
  void withStartTlsNothingButTheWordItselfIsSaidInTheClear() {
    server.withCertificate(Certificates.of(Certificates.GOOD));

    assertThat(send(MailSettings.Security.STARTTLS, ScriptedServer.PASSWORD, LONG))
        .isEqualTo(new Sending.Sent());

    assertThat(server.heard())
        .startsWith(
            "clear EHLO",
            "clear STARTTLS",
            "tls EHLO",
            "tls AUTH",
            "tls MAIL",
            "tls RCPT",
            "tls DATA");
    assertThat(server.texts()).singleElement().asString().contains("What the patient reads");
  }

  @Test
  void overTlsFromTheStartAMessageIsSentToWhoeverLogsInRightly() {
    String file = "greenmail.tls.keystore.file";
    String password = "greenmail.tls.keystore.password";
    System.setProperty(file, Certificates.GOOD.toString());
    System.setProperty(password, Certificates.PASSWORD);
    GreenMail implicit = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
    try {
      implicit.start();
      implicit.setUser("desk@clinic.example", ScriptedServer.USER, ScriptedServer.PASSWORD);
      int port = implicit.getSmtps().getPort();
      Mailer right = mailer(MailSettings.Security.SSL, port, ScriptedServer.PASSWORD, LONG);
      Mailer wrong = mailer(MailSettings.Security.SSL, port, "wrong", LONG);

      assertThat(right.send(message(), "What the patient reads")).isEqualTo(new Sending.Sent());
      assertThat(wrong.send(message(), "What the patient reads"))
          .isEqualTo(new Sending.Later("The mail server refused the user name or password."));
      assertThat(implicit.getReceivedMessages()).hasSize(1);
    } finally {
      implicit.stop();
      System.clearProperty(file);
      System.clearProperty(password);
    }
  }

  @ParameterizedTest
  @CsvSource({"ELSEWHERE", "STRANGER"})
  void overTlsFromTheStartAServerThatIsNotTheOneMeantHearsNothing(String which) {
    server.withCertificateFromTheStart(Certificates.of(file(which)));

    assertThat(send(MailSettings.Security.SSL, ScriptedServer.PASSWORD, LONG))
        .isEqualTo(new Sending.Later(UNTRUSTED));

    assertThat(server.heard()).isSubsetOf("left");
    assertNoSecretIsLogged();
  }

  @ParameterizedTest
  @CsvSource({"ELSEWHERE", "STRANGER"})
  void withStartTlsAServerThatIsNotTheOneMeantHearsNeitherPasswordNorMessage(String which) {
    server.withCertificate(Certificates.of(file(which)));

    assertThat(send(MailSettings.Security.STARTTLS, ScriptedServer.PASSWORD, LONG))
        .isEqualTo(new Sending.Later(UNTRUSTED));

    assertThat(server.heard()).noneMatch(said -> said.contains("AUTH") || said.contains("MAIL"));
    assertThat(server.texts()).isEmpty();
    assertNoSecretIsLogged();
  }

  @Test
  void whereStartTlsIsNotOfferedNothingIsSentInTheClear() {
    assertThat(send(MailSettings.Security.STARTTLS, ScriptedServer.PASSWORD, LONG))
        .isEqualTo(
            new Sending.Later(
                "The mail server offers no encryption (STARTTLS). Nothing was sent."));

    assertThat(server.heard()).isSubsetOf("clear EHLO", "clear QUIT", "left");
  }

  @Test
  void aWrongPasswordIsSaidInPlainWordsAndKeptOutOfTheLog() {
    server.withCertificate(Certificates.of(Certificates.GOOD));

    assertThat(send(MailSettings.Security.STARTTLS, "a wrong secret", LONG))
        .isEqualTo(new Sending.Later("The mail server refused the user name or password."));

    assertThat(server.heard()).contains("tls AUTH").doesNotContain("tls MAIL");
    assertThat(String.join("\n", logged())).doesNotContain("a wrong secret");
    assertNoSecretIsLogged();
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"MAIL", "RCPT", "DATA", "TEXT"})
  void whatTheServerPutsOffIsTriedAgain(Step step) {
    server.answering(step, "451 4.3.0 not now");

    assertThat(send(MailSettings.Security.NONE, null, LONG))
        .isEqualTo(new Sending.Later("The mail server asked to try again later (451)."));
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"RCPT", "TEXT"})
  void whatTheServerRefusesForGoodIsNotTriedAgain(Step step) {
    server.answering(step, "550 5.1.1 nobody here");

    assertThat(send(MailSettings.Security.NONE, null, LONG))
        .isEqualTo(new Sending.Refused("The mail server refused it (550)."));
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void onlyAfterTheFinalDotIsABrokenConnectionADoubt(Step step) {
    server.answering(step, ScriptedServer.DROP);
    assertDoubtOnlyAfterTheText(step, LONG);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aServerThatHangsIsLeft(Step step) {
    server.answering(step, ScriptedServer.HANG);
    assertDoubtOnlyAfterTheText(step, SHORT);
  }

  private void assertDoubtOnlyAfterTheText(Step step, Duration limit) {
    String user = step == Step.LOG_IN ? ScriptedServer.PASSWORD : null;
    Sending sending = send(MailSettings.Security.NONE, user, limit);

    assertThat(sending)
        .isInstanceOf(step == Step.TEXT ? Sending.Unsure.class : Sending.Later.class);
    assertThat(server.texts()).hasSize(step == Step.TEXT ? 1 : 0);
  }

  private static Path file(String which) {
    return which.equals("ELSEWHERE") ? Certificates.ELSEWHERE : Certificates.STRANGER;
  }

  private Sending send(MailSettings.Security security, @Nullable String password, Duration limit) {
    return mailer(security, server.port(), password, limit)
        .send(message(), "What the patient reads");
  }

  private static Mailer mailer(
      MailSettings.Security security, int port, @Nullable String password, Duration limit) {
    return new Mailer(
        new MailSettings(
            "localhost",
            port,
            password == null ? null : ScriptedServer.USER,
            password,
            "desk@clinic.example",
            security,
            null,
            false,
            Duration.ofSeconds(15),
            limit),
        Clock.fixed(MovableClock.NOON, ZoneOffset.UTC),
        new DefaultApplicationArguments());
  }

  private static Outgoing message() {
    return new Outgoing(
        new ClinicId(UUID.randomUUID()),
        "Here Skin Clinic",
        UUID.randomUUID(),
        UUID.randomUUID(),
        MessageKind.REMINDER,
        "anna@post.example",
        "Your appointment at Here Skin Clinic",
        "",
        1);
  }

  private void assertNoSecretIsLogged() {
    assertThat(String.join("\n", logged()))
        .doesNotContain(ScriptedServer.PASSWORD, "anna@post.example");
  }

  private List<String> logged() {
    return log.list.stream()
        .map(one ->
            one.getFormattedMessage()
                + (one.getThrowableProxy() == null
                    ? ""
                    : ThrowableProxyUtil.asString(one.getThrowableProxy())))
        .toList();
  }

  private static Logger root() {
    return logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
