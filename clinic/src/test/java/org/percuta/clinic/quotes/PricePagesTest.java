package org.percuta.clinic.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.testing.Visitor;

/** The clinic's price list: its versions, its file, and two who edit it at once. */
class PricePagesTest extends QuotingClinic {

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
  }
}
