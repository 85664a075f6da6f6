package org.percuta.clinic.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.staff.StaffAccounts;
import org.percuta.clinic.testing.PublicQuestions;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What visitors of the public pages are answered, where there is one clinic and where not. */
class PublicProtocolTest {

  private static final String SETTING = "/knowledge/settings/retinoid-before";
  private static final LocalDate USED = RunningClinic.TODAY.minusDays(1);

  @TempDir private Path folder;

  @Test
  void oneClinicAnswersByItsOwnNumbersFromTheMomentTheyAreSaved() throws IOException {
    try (RunningClinic clinic = RunningClinic.startAlone(folder)) {
      Visitor anna = anna(clinic.address());
      assertSays(anna, 7, "29 November 2026", "22 November 2026");

      Visitor.Answer saved = decide(clinic, "14");

      assertThat(saved.status()).isEqualTo(200);
      assertThat(saved.path()).isEqualTo("/knowledge/settings");
      assertSays(anna, 14, "6 December 2026", "22 November 2026");
      assertThat(anna.get("/assess/result/calendar").text()).contains("we use 14 days");
      assertThat(printed(anna)).contains("6 December 2026").contains("we use 14 days");
      assertThat(anna.get("/assess/plan.ics").body().replace("\r\n ", ""))
          .contains("we use 14 days")
          .contains("DTSTART;VALUE=DATE:20261206");
      assertThat(anna.get("/assess/enquiry").text().replace('\u00a0', ' '))
          .contains("6 December 2026");
      anotherNodeFollows(clinic);
      anotherClinicEndsIt(clinic, anna);
    }
  }

  /** What one node saves, another knows when it looks the next time. */
  private static void anotherNodeFollows(RunningClinic clinic) {
    try (ConfigurableApplicationContext node =
        clinic.node("public-node", new SpringApplication(ClinicApplication.class))) {
      PublicProtocol there = node.getBean(PublicProtocol.class);
      there.refresh();
      assertThat(days(there)).isEqualTo(14);

      decide(clinic, "10");

      there.refresh();
      assertThat(days(there)).isEqualTo(10);
    }
  }

  /** Visitors of several clinics are answered by none of them in particular. */
  private static void anotherClinicEndsIt(RunningClinic clinic, Visitor anna) {
    clinic.bean(StaffAccounts.class).createClinic("second", "Second Skin Clinic", "Europe/Berlin");

    clinic.bean(PublicProtocol.class).refresh();

    assertThat(clinic.bean(Protocols.class).of(clinic.clinic()).settingsVersion()).isPositive();
    assertSays(anna, 7, "29 November 2026", "22 November 2026");
    decide(clinic, "21");
    assertSays(anna, 7, "29 November 2026", "22 November 2026");
  }

  @Test
  void whatWasLastKnownStaysWhileTheDatabaseDoesNotAnswerAndThatIsToldOnce() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(PublicProtocol.class);
    try (RunningClinic clinic = RunningClinic.startAlone(folder)) {
      logger.addAppender(log);
      decide(clinic, "14");
      Visitor anna = anna(clinic.address());
      InForce known = clinic.bean(PublicProtocol.class).current();
      clinic.signalDatabase("STOP");
      try {
        assertSays(anna, 14, "6 December 2026", "22 November 2026");

        clinic.bean(PublicProtocol.class).refresh();
        clinic.bean(PublicProtocol.class).refresh();

        assertThat(clinic.bean(PublicProtocol.class).current()).isSameAs(known);
        assertSays(anna, 14, "6 December 2026", "22 November 2026");
      } finally {
        clinic.signalDatabase("CONT");
      }
      clinic.bean(PublicProtocol.class).refresh();
      assertThat(days(clinic.bean(PublicProtocol.class))).isEqualTo(14);
      assertThat(log.list)
          .filteredOn(line -> line.getFormattedMessage().contains("last known"))
          .hasSize(1);
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void aClinicThatIsThereAtTheStartIsFollowedWithoutAnybodyAsking() {
    try (RunningClinic first = RunningClinic.startAlone(folder)) {
      decide(first, "14");
    }
    try (RunningClinic second = RunningClinic.startAlone(folder)) {
      long end = System.nanoTime() + java.time.Duration.ofMinutes(1).toNanos();
      while (days(second.bean(PublicProtocol.class)) != 14 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertSays(anna(second.address()), 14, "6 December 2026", "22 November 2026");
    }
  }

  /** Used a bought retinoid yesterday, and nothing else is so. */
  private static Visitor anna(String address) {
    return PublicQuestions.answered(address, "retinoid-topical", USED, Map.of("prescribed", "no"));
  }

  private static void assertSays(Visitor anna, int days, String from, String used) {
    Visitor.Answer result = anna.get("/assess/result");
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.text().replace('\u00a0', ' '))
        .contains("Permitted from " + from)
        .contains("we keep " + days + " days");
    assertThat(anna.get("/assess/check").text()).contains("Last time: " + used);
  }

  private static String printed(Visitor anna) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(anna.save("/assess/plan.pdf").body())) {
      return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
  }

  private static Visitor.Answer decide(RunningClinic clinic, String days) {
    return clinic
        .as(Role.CLINICIAN)
        .post(
            SETTING,
            Map.of(
                "value",
                days,
                "reason",
                "Our skin is northern.",
                "seen",
                String.valueOf(
                    clinic.bean(Protocols.class).of(clinic.clinic()).settingsVersion())));
  }

  private static double days(PublicProtocol protocol) {
    var setting = protocol.current().knowledge().settings().get("retinoid-before");
    return java.util.Objects.requireNonNull(setting).value();
  }
}
