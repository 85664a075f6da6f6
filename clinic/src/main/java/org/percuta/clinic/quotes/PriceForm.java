package org.percuta.clinic.quotes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.ClinicPrice;

/** A price list as a form: numbered rows, of which empty ones do not count. */
final class PriceForm {

  static final int MOST_PRICES = 60;
  static final int MOST_EXTRAS = 12;
  static final int MOST_BUNDLES = 8;
  private static final int SPARE = 2;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TAX = 40;
  private static final int MOST_DAYS = 365;
  private static final int USUAL_DAYS = 30;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Form form;
  private final Knowledge knowledge;

  private PriceForm(Form form, Knowledge knowledge) {
    this.form = form;
    this.knowledge = knowledge;
  }

  /** Rows to show: those with something in them and a few more, so that a list can grow. */
  static int rows(Form form, int most, String... names) {
    int used = 0;
    for (int i = 0; i < most; i++) {
      for (String name : names) {
        if (!form.value(name + "-" + i).isBlank()) {
          used = i + 1;
        }
      }
    }
    return Math.min(most, used + SPARE);
  }

  /** What stands in the form when a list is opened for a change. */
  static Map<String, String> fields(@Nullable PriceList list, LocalDate today) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("version", String.valueOf(list == null ? 0 : list.version()));
    fields.put(
        "validFrom",
        (list == null || list.validFrom().isBefore(today) ? today : list.validFrom()).toString());
    fields.put("validDays", String.valueOf(list == null ? USUAL_DAYS : list.validDays()));
    if (list == null) {
      return fields;
    }
    fields.put("currency", list.currency().getCurrencyCode());
    PriceList.Tax tax = list.tax();
    if (tax != null) {
      fields.put("taxName", tax.name());
      fields.put("taxPercent", plain(tax.percent()));
      fields.put("taxHow", tax.included() ? "INCLUDED" : "ADDED");
    }
    fields.putAll(prices(list.prices()));
    for (int i = 0; i < list.extras().size(); i++) {
      PriceList.Extra extra = list.extras().get(i);
      fields.put("extra-" + i, extra.name());
      fields.put("extraAmount-" + i, extra.amount().amount().toPlainString());
      fields.put("extraPer-" + i, extra.eachSession() ? "SESSION" : "ONCE");
    }
    for (int i = 0; i < list.bundles().size(); i++) {
      PriceList.Bundle bundle = list.bundles().get(i);
      fields.put("bundle-" + i, String.valueOf(bundle.sessions()));
      switch (bundle.discount()) {
        case PriceList.Discount.Percent(BigDecimal percent) ->
            fields.put("bundlePercent-" + i, plain(percent));
        case PriceList.Discount.Fixed(Money off) ->
            fields.put("bundleOff-" + i, off.amount().toPlainString());
      }
    }
    return fields;
  }

  static Map<String, String> prices(List<ClinicPrice> prices) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < prices.size(); i++) {
      ClinicPrice price = prices.get(i);
      BigDecimal fraction = price.packageDiscount();
      fields.put("concern-" + i, price.concern() == null ? "" : price.concern());
      fields.put("site-" + i, price.site() == null ? "" : price.site());
      fields.put("amount-" + i, price.amount().toPlainString());
      fields.put("percent-" + i, fraction == null ? "" : plain(fraction.multiply(HUNDRED)));
    }
    return fields;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The list that was typed, or empty with faults. */
  static Optional<PriceList> read(
      Form form, Knowledge knowledge, int version, LocalDate today, String by) {
    PriceForm reader = new PriceForm(form, knowledge);
    LocalDate from = reader.from(today);
    int days = reader.days();
    Optional<Currency> currency = reader.currency();
    PriceList.@Nullable Tax tax = reader.tax();
    if (currency.isEmpty()) {
      return Optional.empty();
    }
    List<ClinicPrice> prices = reader.prices(currency.get());
    List<PriceList.Extra> extras = reader.extras(currency.get());
    List<PriceList.Bundle> bundles = reader.bundles(currency.get());
    return form.isValid()
        ? Optional.of(
            new PriceList(version, from, currency.get(), days, tax, prices, extras, bundles, by))
        : Optional.empty();
  }

  private LocalDate from(LocalDate today) {
    LocalDate from = form.day("validFrom", "the first day").orElse(today);
    if (from.isBefore(today)) {
      form.reject(
          "validFrom",
          Dates.day(from)
              + " has passed. Prices begin today or later, so that no past is changed.");
    } else if (from.isAfter(today.plusYears(2))) {
      form.reject("validFrom", Dates.day(from) + " is more than two years ahead.");
    }
    return from;
  }

  private int days() {
    Optional<Integer> days = Amounts.count(form, "validDays", 1, MOST_DAYS);
    if (days.isEmpty()) {
      form.reject("validDays", "Enter how many days a quote counts, for example 30.");
    }
    return days.orElse(1);
  }

  private Optional<Currency> currency() {
    String code = form.value("currency").strip().toUpperCase(Locale.ROOT);
    Optional<Currency> currency = Money.currency(code);
    if (currency.isEmpty()) {
      form.reject(
          "currency",
          code.isEmpty()
              ? "Enter the clinic's currency, for example EUR."
              : "'" + code + "' is not a currency of ISO 4217. Maybe EUR or USD?");
    }
    return currency;
  }

  private PriceList.@Nullable Tax tax() {
    String name = line("taxName", "the name", LONGEST_TAX);
    Optional<BigDecimal> percent = Amounts.percent(form, "taxPercent");
    if (name.isEmpty() && percent.isEmpty()) {
      return null;
    }
    if (name.isEmpty()) {
      form.reject("taxName", "Enter what the tax is called, or leave its rate empty too.");
    }
    if (percent.isEmpty()) {
      form.reject("taxPercent", "Enter the rate of the tax in per cent.");
    }
    return new PriceList.Tax(name, percent.orElse(BigDecimal.ONE), form.is("taxHow", "INCLUDED"));
  }

  private List<ClinicPrice> prices(Currency currency) {
    List<ClinicPrice> prices = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < MOST_PRICES; i++) {
      String concern = form.value("concern-" + i);
      String site = form.value("site-" + i);
      Optional<Money> amount = Amounts.money(form, "amount-" + i, currency);
      Optional<BigDecimal> percent = Amounts.percent(form, "percent-" + i);
      if (!concern.isEmpty() && !knowledge.concerns().containsKey(concern)) {
        form.reject("concern-" + i, "Choose a concern of the list.");
      }
      if (!site.isEmpty() && !knowledge.sites().containsKey(site)) {
        form.reject("site-" + i, "Choose a place of the list.");
      }
      boolean named = !concern.isEmpty() || !site.isEmpty() || percent.isPresent();
      if (amount.isEmpty()) {
        if (named) {
          form.reject("amount-" + i, "Enter the price of a session, or empty the whole row.");
        }
        continue;
      }
      if (!seen.add(concern + " " + site)) {
        form.reject(
            "concern-" + i, "This concern and place have a price already. Keep one of the two.");
      }
      prices.add(
          new ClinicPrice(
              concern.isEmpty() ? null : concern,
              site.isEmpty() ? null : site,
              amount.get().amount(),
              currency.getCurrencyCode(),
              percent.map(one -> one.movePointLeft(2)).orElse(null)));
    }
    if (prices.isEmpty() && form.isValid()) {
      form.reject(
          "amount-0", "Enter at least one price. A row for any concern at any place will do.");
    }
    return prices;
  }

  private List<PriceList.Extra> extras(Currency currency) {
    List<PriceList.Extra> extras = new ArrayList<>();
    for (int i = 0; i < MOST_EXTRAS; i++) {
      String name = line("extra-" + i, "the name", LONGEST_NAME);
      Optional<Money> amount = Amounts.money(form, "extraAmount-" + i, currency);
      if (name.isEmpty() && amount.isPresent()) {
        form.reject("extra-" + i, "Enter what this is, or empty the whole row.");
      } else if (!name.isEmpty() && amount.isEmpty()) {
        form.reject("extraAmount-" + i, "Enter what it costs, or empty the whole row.");
      } else if (amount.isPresent()) {
        extras.add(new PriceList.Extra(name, amount.get(), !form.is("extraPer-" + i, "ONCE")));
      }
    }
    return extras;
  }

  private List<PriceList.Bundle> bundles(Currency currency) {
    List<PriceList.Bundle> bundles = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < MOST_BUNDLES; i++) {
      Optional<Integer> sessions = Amounts.count(form, "bundle-" + i, 2, PriceList.MOST_SESSIONS);
      Optional<BigDecimal> percent = Amounts.percent(form, "bundlePercent-" + i);
      Optional<Money> off = Amounts.money(form, "bundleOff-" + i, currency);
      if (sessions.isEmpty() && percent.isEmpty() && off.isEmpty()) {
        continue;
      }
      if (sessions.isEmpty()) {
        form.reject("bundle-" + i, "Enter from how many sessions on it counts.");
      } else if (percent.isPresent() == off.isPresent()) {
        form.reject("bundlePercent-" + i, "Enter either a percentage or an amount.");
      } else if (off.isPresent() && off.get().isZero()) {
        form.reject("bundleOff-" + i, "Enter an amount above 0, or empty the whole row.");
      } else if (!seen.add(sessions.get())) {
        form.reject(
            "bundle-" + i, "There is a package of " + sessions.get() + " sessions already.");
      } else {
        bundles.add(
            new PriceList.Bundle(
                sessions.get(),
                percent
                    .<PriceList.Discount>map(PriceList.Discount.Percent::new)
                    .orElseGet(() -> new PriceList.Discount.Fixed(off.orElseThrow()))));
      }
    }
    return bundles;
  }

  /** One line of text that may be empty. */
  private String line(String field, String name, int most) {
    return form.optionalText(field, name, most).replaceAll("\\s+", " ");
  }
}
