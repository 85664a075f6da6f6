package org.percuta.clinic.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.OwnClinic;
import org.percuta.clinic.testing.RunningClinic;
import org.percuta.clinic.testing.Visitor;

/**
 * From a draft to an answer: what a quote says stays, and what is not what was offered counts not.
 */
class QuotePagesTest extends QuotingClinic {

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
    try (Connection attacker = clinic.running().superuser();
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
  void badInputIsAnsweredBesideItsField() {
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
}
