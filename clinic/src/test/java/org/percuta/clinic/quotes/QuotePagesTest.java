package org.percuta.clinic.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.percuta.clinic.platform.database.DatabaseAccess;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.running.OwnClinic;
import org.percuta.clinic.running.RunningClinic;
import org.percuta.clinic.running.Visitor;

class QuotePagesTest {

  private final OwnClinic clinic = new OwnClinic("Quoting Skin Clinic");
  private final Visitor owner = clinic.as(Role.OWNER);
  private final Visitor desk = clinic.as(Role.FRONT_DESK);

  @Test
  void withoutAPriceNothingIsInventedAndTheOwnerIsAsked() {
    String course = course(clinic.healthyPatient("Preislos"));
    Visitor.Answer none = desk.get(course + "/quotes/new");
    assertThat(none.status()).isEqualTo(200);
    assertThat(none.text())
        .contains("There is no price list for 23 November 2026")
        .contains("100 to 900 USD")
        .contains("13 September 2023")
        .doesNotContain("Offer this quote");
    assertThat(owner.get("/prices").text()).contains("No price has been entered");

    save(prices(Map.of("concern-0", "stretch-marks", "site-0", "abdomen")));
    assertThat(desk.get(course + "/quotes/new").text())
        .contains("has no price for Acne scars, cheeks");
    assertThat(desk.get("/prices").text())
        .contains("Stretch marks, Abdomen")
        .contains("250.00 EUR");
    assertThat(desk.get("/prices/edit").status()).isEqualTo(403);
    assertThat(desk.post("/prices", Map.of()).status()).isEqualTo(403);
  }

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
  void whatChangedSinceThePageWasOpenedIsNotOffered() {
    String course = course(clinic.healthyPatient("Eilig"));
    save(prices(Map.of()));
    Visitor.Answer draft = desk.get(course + "/quotes/new?sessions=2");
    save(prices(Map.of("amount-0", "300", "version", "1")));
    Visitor.Answer late = offer(course, draft);
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.text())
        .contains("changed since this page was opened")
        .contains("Total 600.00 EUR");
    assertThat(offer(course, late).text()).contains("Quote 2026-0001").contains("600.00 EUR");
    assertThat(offer(course, desk.get(course + "/quotes/new?sessions=1")).text())
        .contains("Quote 2026-0002");
  }

  @Test
  void aPriceOfALaterDayCountsFromThatDayOn() {
    String course = course(clinic.healthyPatient("Januar"));
    save(prices(Map.of()));
    save(prices(Map.of("amount-0", "280", "validFrom", "2027-01-01", "version", "1")));
    assertThat(desk.get("/prices").text()).contains("Version 1, since").contains("Planned");
    assertThat(desk.get("/prices?version=2").text())
        .contains("from 1 January 2027")
        .contains("280.00 EUR");
    assertThat(desk.get(course + "/quotes/new?sessions=1").text()).contains("Total 250.00 EUR");
    assertThat(desk.get(course + "/quotes/new?sessions=1&pricedOn=2027-01-05").text())
        .contains("Total 280.00 EUR");
    assertThat(desk.get("/prices?version=9").status()).isEqualTo(404);
    assertThat(desk.get("/prices?version=x").status()).isEqualTo(404);
  }

  @Test
  void theSecondEditorOfAPriceListSeesBothAndChooses() {
    save(prices(Map.of()));
    Map<String, String> mine = prices(Map.of("amount-0", "320", "version", "1"));
    save(prices(Map.of("amount-0", "300", "version", "1")));
    Visitor.Answer second = owner.post("/prices", mine);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text())
        .contains("Somebody else saved first")
        .contains("300.00 EUR")
        .contains("320.00 EUR");
    Map<String, String> again = hidden(second);
    assertThat(again).containsEntry("version", "2");
    assertThat(owner.post("/prices", again).text()).contains("Version 3").contains("320.00 EUR");
  }

  @Test
  void aChangedQuoteIsFoundAndCountsForNothing() throws Exception {
    String course = course(clinic.healthyPatient("Faelschung"));
    save(prices(Map.of()));
    String quote = offer(course, desk.get(course + "/quotes/new?sessions=2")).path();
    String id = quote.substring(quote.lastIndexOf('/') + 1);
    for (String table :
        new String[] {
          "price_list", "price_line", "quote", "quote_line", "quote_answer", "package_entry"
        }) {
      assertThatThrownBy(
              () -> clinic.in(() -> clinic.running().sql().sql("delete from " + table).update()))
          .as(table)
          .hasStackTraceContaining("permission denied");
    }
    DatabaseAccess database = clinic.running().bean(DatabaseAccess.class);
    try (Connection attacker =
            DriverManager.getConnection(
                database.url(), "percuta_admin", database.secrets().get("database.superuser"));
        Statement sql = attacker.createStatement()) {
      assertThatThrownBy(() -> sql.execute("update quote_line set amount_minor = 1"))
          .hasMessageContaining("append-only");
      sql.execute("alter table quote_line disable trigger append_only");
      sql.execute("update quote_line set label = 'Two for one' where quote_id = '" + id + "'");
      sql.execute("alter table quote_line enable trigger append_only");
    }
    assertThat(desk.get(quote).text()).contains("The quote was changed").contains("Seal broken");
    assertThat(desk.post(quote + "/answer", Map.of("answer", "ACCEPTED")).text())
        .contains("no longer matches its seal");
  }

  @Test
  void anExpiredQuoteIsNotAccepted() {
    String course = course(clinic.healthyPatient("Alt"));
    save(prices(Map.of()));
    String quote =
        offer(course, desk.get(course + "/quotes/new?sessions=1&until=2026-11-23")).path();
    UUID id = UUID.fromString(quote.substring(quote.lastIndexOf('/') + 1));
    UUID courseId = UUID.fromString(course.substring(course.lastIndexOf('/') + 1));
    Quote.Stored stored = clinic.in(() -> clinic.running().bean(Quotes.class).get(courseId, id));
    assertThat(stored.intact()).isTrue();
    assertThat(stored.stateOn(RunningClinic.TODAY)).isInstanceOf(Quote.State.Open.class);
    assertThat(stored.stateOn(RunningClinic.TODAY.plusDays(1)))
        .isEqualTo(new Quote.State.Expired(LocalDate.of(2026, 11, 23)));
    assertThat(
            desk.post(quote + "/answer", Map.of("answer", "DECLINED", "note", "too dear")).text())
        .contains("Declined on 23 November 2026")
        .contains("too dear");
  }

  @Test
  void pricesGoOutAndComeInAsTheFileThatTheCommandLineReads() {
    save(prices(Map.of("percent-0", "12.5")));
    Visitor.Answer file = desk.get("/prices/file");
    assertThat(file.type()).startsWith("application/yaml");
    assertThat(file.body())
        .contains(
            "{concern: acne-scars, site: cheeks, amount: 250.00, currency: EUR,"
                + " package-discount: 0.125}");
    owner.get("/prices/edit");
    Visitor.Answer read =
        owner.post("/prices/read", Map.of("file", file.body().replace("250.00", "275.50")));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).contains("value=\"275.50\"").contains("value=\"12.5\"");
    assertThat(desk.get("/prices").text()).contains("250.00 EUR").doesNotContain("275.50");
    Visitor.Answer bad =
        owner.post("/prices/read", Map.of("file", "prices: [{amount: free, currency: EUR}]"));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.text()).contains("'free' is not an amount");
    assertThat(owner.post("/prices/read", Map.of("file", "&a [*a, *a]")).status()).isEqualTo(422);
    assertThat(owner.post("/prices/read", Map.of()).status()).isEqualTo(422);
  }

  @Test
  void badInputIsAnsweredBesideItsField() {
    owner.get("/prices/edit");
    Map<String, String> bad =
        prices(
            Map.of(
                "validFrom",
                "2026-11-22",
                "currency",
                "Euro",
                "validDays",
                "0",
                "taxPercent",
                "9"));
    Visitor.Answer answer = owner.post("/prices", bad);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text())
        .contains("22 November 2026 has passed")
        .contains("'EURO' is not a currency of ISO 4217")
        .contains("'0' is not a whole number from 1 to 365")
        .contains("Enter what the tax is called");
    assertThat(answer.body()).contains("value=\"Euro\"");
    Map<String, String> rows =
        prices(
            Map.of(
                "amount-0",
                "1,250.00",
                "concern-1",
                "acne-scars",
                "extraAmount-0",
                "12.345",
                "bundle-0",
                "1",
                "bundle-1",
                "4",
                "percent-0",
                "100"));
    answer = owner.post("/prices", rows);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text())
        .contains("'1,250.00' is not an amount")
        .contains("Enter the price of a session, or empty the whole row.")
        .contains("EUR is counted with 2 digits after the point; 12.345 has 3.")
        .contains("'1' is not a whole number from 2 to 60")
        .contains("Enter either a percentage or an amount.")
        .contains("'100' is not a percentage");
    assertThat(
            owner
                .post(
                    "/prices",
                    prices(Map.of("concern-1", "acne-scars", "site-1", "cheeks", "amount-1", "9")))
                .text())
        .contains("have a price already");
    assertThat(owner.post("/prices", Map.of()).status()).isEqualTo(422);

    String course = course(clinic.healthyPatient("Fehler"));
    save(prices(Map.of()));
    for (String query :
        new String[] {
          "kind=FREE",
          "sessions=0",
          "sessions=x",
          "sessions=61",
          "kind=PACKAGE&sessions=1",
          "until=2026-11-22",
          "until=never",
          "until=9999-01-01",
          "pricedOn=1999-01-01"
        }) {
      Visitor.Answer refused = desk.get(course + "/quotes/new?" + query);
      assertThat(refused.status()).as(query).isEqualTo(422);
      assertThat(refused.text()).as(query).contains("There is a problem");
    }
    assertThat(desk.post(course + "/quotes", Map.of()).status()).isEqualTo(422);
    assertThat(desk.get(course + "/quotes/nonsense").status()).isEqualTo(404);
    String quote = offer(course, desk.get(course + "/quotes/new?sessions=1")).path();
    assertThat(desk.post(quote + "/answer", Map.of("answer", "MAYBE")).status()).isEqualTo(422);
    assertThat(desk.post(quote + "/paid", Map.of("on", "2030-01-01", "how", "")).text())
        .contains("lies ahead")
        .contains("Enter how much and how");
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

  @Test
  void anotherClinicFindsNothing() {
    UUID patient = clinic.healthyPatient("Geheim");
    String course = course(patient);
    save(prices(Map.of()));
    String quote = offer(course, desk.get(course + "/quotes/new?sessions=1")).path();
    OwnClinic other = new OwnClinic("Other Skin Clinic");
    Visitor stranger = other.as(Role.OWNER);
    stranger.get("/patients");
    for (String address : new String[] {quote, quote + "/pdf", course + "/quotes"}) {
      assertThat(stranger.get(address).status()).as(address).isEqualTo(404);
    }
    assertThat(stranger.post(quote + "/answer", Map.of("answer", "ACCEPTED")).status())
        .isEqualTo(404);
    UUID theirs = other.healthyPatient("Fremd");
    String tail = quote.substring(quote.indexOf("/courses/"));
    assertThat(stranger.get("/patients/" + theirs + tail).status()).isEqualTo(404);
    String own = course(stranger, theirs);
    assertThat(stranger.get(own + quote.substring(quote.indexOf("/quotes/"))).status())
        .isEqualTo(404);
    assertThat(stranger.get("/prices").text()).contains("No price has been entered");
    for (String table :
        new String[] {
          "price_list",
          "price_line",
          "price_extra",
          "price_package",
          "quote",
          "quote_line",
          "quote_answer",
          "quote_payment",
          "package_entry"
        }) {
      long seen =
          other.in(() ->
              other
                  .running()
                  .sql()
                  .sql("select count(*) from " + table)
                  .query(Long.class)
                  .single());
      assertThat(seen).as(table).isZero();
    }
  }

  private Visitor.Answer offer(String course, Visitor.Answer draft) {
    return desk.post(course + "/quotes", hidden(draft));
  }

  /**
   * The hidden fields of a page's last form that has any; what a press of its button would send.
   */
  private static Map<String, String> hidden(Visitor.Answer page) {
    Map<String, String> fields = new HashMap<>();
    Matcher field =
        Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(page.body());
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    return fields;
  }

  private void save(Map<String, String> fields) {
    owner.get("/prices/edit");
    Visitor.Answer saved = owner.post("/prices", fields);
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
  }

  private static Map<String, String> prices(Map<String, String> other) {
    Map<String, String> fields = new HashMap<>();
    fields.put("version", "0");
    fields.put("validFrom", "2026-11-23");
    fields.put("validDays", "30");
    fields.put("currency", "EUR");
    fields.put("concern-0", "acne-scars");
    fields.put("site-0", "cheeks");
    fields.put("amount-0", "250.00");
    fields.putAll(other);
    return fields;
  }

  private String course(UUID patient) {
    return course(clinic.as(Role.CLINICIAN), patient);
  }

  private static String course(Visitor clinician, UUID patient) {
    String courses = "/patients/" + patient + "/courses";
    clinician.get(courses);
    String course =
        clinician
            .post(courses, Map.of("concern", "acne-scars", "site", "cheeks", "from", ""))
            .path();
    clinician.post(course + "/step", Map.of("step", "OFFER", "version", "1"));
    clinician.post(course + "/step", Map.of("step", "ACCEPT", "version", "2"));
    return course;
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
