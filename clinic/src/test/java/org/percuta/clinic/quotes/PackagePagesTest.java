package org.percuta.clinic.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.audit.AuditChain;
import org.percuta.clinic.courses.CourseChange;
import org.percuta.clinic.courses.CourseSessions;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

/** A package of sessions: quoted, accepted, used and returned. */
class PackagePagesTest extends QuotingClinic {

  @Test
  void aPackageIsQuotedSealedAcceptedUsedAndReturned() throws Exception {
    UUID patient = clinic.healthyPatient("Łukasz-Paket");
    String course = course(patient);
    save(
        prices(
            Map.of(
                "extra-0",
                "Numbing cream",
                "extraAmount-0",
                "15",
                "extraPer-0",
                "SESSION",
                "bundle-0",
                "4",
                "bundlePercent-0",
                "10",
                "taxName",
                "VAT",
                "taxPercent",
                "19",
                "taxHow",
                "INCLUDED")));
    Visitor.Answer draft =
        desk.get(course + "/quotes/new?kind=PACKAGE&sessions=4&extra-0=yes&until=2026-12-24");
    assertThat(draft.text())
        .contains("1,000.00 EUR")
        .contains("60.00 EUR")
        .contains("4 sessions together: 10 % off")
        .contains("-100.00 EUR")
        .contains("Total 960.00 EUR")
        .contains("Contains VAT 19 %: 153.28 EUR")
        .contains("Nobody can promise a result")
        .contains("It is an estimate, not converted");
    Visitor.Answer offered = offer(course, draft);
    assertThat(offered.text())
        .contains("Quote 2026-0001")
        .contains("Open")
        .contains("Valid until 24 December 2026");
    String quote = offered.path();
    UUID id = UUID.fromString(quote.substring(quote.lastIndexOf('/') + 1));
    try (PDDocument pdf =
        Loader.loadPDF(
            clinic.in(() -> clinic.running().bean(QuoteRepository.class).document(id)))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("Quote 2026-0001")
          .contains("Łukasz-Paket")
          .contains("Total 960.00 EUR")
          .contains("Nobody can promise a result");
    }
    assertThat(desk.get(quote + "/pdf").type()).isEqualTo("application/pdf");

    save(prices(Map.of("amount-0", "999.00", "version", "1")));
    assertThat(desk.get(quote).text()).contains("Total 960.00 EUR").doesNotContain("999.00");
    assertThat(desk.post(quote + "/paid", Map.of("on", "2026-11-23", "how", "cash")).text())
        .contains("Only an accepted quote is paid.");
    assertThat(desk.post(quote + "/answer", Map.of("answer", "ACCEPTED")).text())
        .contains("Accepted on 23 November 2026");
    assertThat(desk.post(quote + "/answer", Map.of("answer", "DECLINED")).text())
        .contains("It was accepted already.");
    assertThat(
            desk.post(quote + "/paid", Map.of("on", "2026-11-23", "how", "960.00 in cash")).text())
        .contains("960.00 in cash");

    assertThat(desk.get(course).text()).contains("Package: 4 of 4 sessions left.");
    hold(patient, course, 1);
    assertThat(desk.get(course + "/quotes").text())
        .contains("3 left of 4 bought; 1 used.")
        .contains("Session 1, held 23 November 2026");
    Map<String, String> entry = new HashMap<>(Map.of("kind", "RETURN", "sessions", "4"));
    entry.put("reason", "moves away");
    Visitor.Answer refused = desk.post(course + "/package", entry);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Only 3 left, so 4 cannot be returned.");
    entry.put("sessions", "3");
    assertThat(desk.post(course + "/package", entry).text())
        .contains("0 left of 4 bought, 3 returned; 1 used.")
        .contains("moves away");
    entry.put("kind", "CREDIT");
    entry.put("sessions", "1");
    assertThat(desk.post(course + "/package", entry).text()).contains("1 left of 4 bought");
    assertThat(clinic.running().bean(AuditChain.class).verify(clinic.id()).isIntact()).isTrue();
  }

  @Test
  void badInputIsAnsweredBesideItsField() {
    String course = course(clinic.healthyPatient("Fehler"));
    save(prices(Map.of()));
    offer(course, desk.get(course + "/quotes/new?sessions=1"));
    Visitor.Answer entry =
        desk.post(course + "/package", Map.of("kind", "BOUGHT", "sessions", "-1", "reason", ""));
    assertThat(entry.status()).isEqualTo(422);
    assertThat(entry.text()).contains("Choose whether sessions are credited or returned.");
    assertThat(
            desk.post(
                    course + "/package",
                    Map.of("kind", "CREDIT", "sessions", "1", "reason", "gift"))
                .text())
        .contains("No package of this course has been bought yet.");
  }

  private void hold(UUID patient, String course, int number) {
    RunningClinic running = clinic.running();
    Actor actor =
        new Actor(
            clinic.id(),
            "",
            RunningClinic.ZONE,
            clinic.staff(Role.CLINICIAN),
            "Ada Clinician",
            Role.CLINICIAN,
            false,
            "test");
    CourseChange change =
        clinic.in(() -> {
          Courses courses = running.bean(Courses.class);
          PatientCourse one =
              courses.get(UUID.fromString(course.substring(course.lastIndexOf('/') + 1)));
          return running
              .bean(CourseSessions.class)
              .hold(
                  actor,
                  running.bean(Patients.class).get(patient),
                  one,
                  number,
                  RunningClinic.TODAY,
                  one.version());
        });
    assertThat(change).isInstanceOf(CourseChange.Done.class);
  }
}
