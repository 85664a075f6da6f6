package org.percuta.clinic.quotes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.editing.SecondEdit;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.Goals;
import org.percuta.protocol.plan.ClinicPrice;
import org.springframework.stereotype.Component;

/** Makes what the pages of prices show. */
@Component
class PricePages {

  private final Goals goals;
  private final SourcedPrices sourced;

  PricePages(Goals goals, SourcedPrices sourced) {
    this.goals = goals;
    this.sourced = sourced;
  }

  record Row(String concern, String site, String amount, String discount) {}

  record ExtraRow(String name, String amount, String per) {}

  record BundleRow(String from, String off) {}

  record VersionRow(int number, String from, String by, String state, String tag) {}

  /** A price list, or that there is none yet. */
  record ListPage(
      int version,
      String since,
      String state,
      String currency,
      String tax,
      int validDays,
      List<Row> rows,
      List<ExtraRow> extras,
      List<BundleRow> bundles,
      List<VersionRow> versions,
      String span,
      List<SourcedPrices.Side> sides) {}

  record EditPage(
      Form form,
      int prices,
      int extras,
      int bundles,
      Map<String, String> concerns,
      Map<String, String> sites,
      String span) {

    Map<String, String> per() {
      Map<String, String> options = new LinkedHashMap<>();
      options.put("SESSION", "each session");
      options.put("ONCE", "once");
      return options;
    }
  }

  ListPage show(
      @Nullable PriceList list, int now, LocalDate today, List<PriceRepository.Version> versions) {
    List<VersionRow> rows =
        versions.stream()
            .map(one ->
                new VersionRow(
                    one.number(),
                    Dates.day(one.validFrom()),
                    one.by(),
                    state(one.number(), one.validFrom(), now, today),
                    one.number() == now
                        ? "sage"
                        : one.validFrom().isAfter(today) ? "amber" : "slate"))
            .toList();
    if (list == null) {
      return new ListPage(
          0,
          "",
          "",
          "",
          "",
          0,
          List.of(),
          List.of(),
          List.of(),
          rows,
          sourced.span(),
          sourced.sides());
    }
    return new ListPage(
        list.version(),
        PriceController.since(list.validFrom(), today),
        state(list.version(), list.validFrom(), now, today),
        list.currency().getCurrencyCode(),
        tax(list),
        list.validDays(),
        list.prices().stream().map(price -> row(list, price)).toList(),
        list.extras().stream().map(PricePages::row).toList(),
        list.bundles().stream().map(PricePages::row).toList(),
        rows,
        sourced.span(),
        sourced.sides());
  }

  private static String state(int version, LocalDate from, int now, LocalDate today) {
    return version == now ? "In force" : from.isAfter(today) ? "Planned" : "Earlier";
  }

  private Row row(PriceList list, ClinicPrice price) {
    return new Row(
        concern(price),
        site(price),
        list.money(price).words(),
        price.packageDiscount() == null
            ? ""
            : PriceList.percentWords(price.packageDiscount().movePointRight(2)) + " off");
  }

  private static ExtraRow row(PriceList.Extra extra) {
    return new ExtraRow(
        extra.name(), extra.amount().words(), extra.eachSession() ? "each session" : "once");
  }

  private static BundleRow row(PriceList.Bundle bundle) {
    return new BundleRow("From " + bundle.sessions() + " sessions", bundle.discount().words());
  }

  private String concern(ClinicPrice price) {
    return price.concern() == null ? "Any concern" : goals.concern(price.concern());
  }

  private String site(ClinicPrice price) {
    return price.site() == null ? "any place" : goals.site(price.site());
  }

  private static String tax(PriceList list) {
    PriceList.Tax tax = list.tax();
    return tax == null
        ? "none set"
        : tax.words() + (tax.included() ? ", contained in the prices" : ", added to the prices");
  }

  EditPage edit(Form form) {
    Map<String, String> concerns = new LinkedHashMap<>(goals.concerns());
    concerns.put("", "Any concern");
    Map<String, String> sites = new LinkedHashMap<>(goals.sites());
    sites.put("", "Any place");
    return new EditPage(
        form,
        PriceForm.rows(form, PriceForm.MOST_PRICES, "concern", "site", "amount", "percent"),
        PriceForm.rows(form, PriceForm.MOST_EXTRAS, "extra", "extraAmount"),
        PriceForm.rows(form, PriceForm.MOST_BUNDLES, "bundle", "bundlePercent", "bundleOff"),
        concerns,
        sites,
        sourced.span());
  }

  /** What differs between two lists, each part in words. */
  List<SecondEdit.Row> differences(@Nullable PriceList saved, PriceList mine) {
    Map<String, String> theirs = saved == null ? Map.of() : words(saved);
    List<SecondEdit.Row> rows = new ArrayList<>();
    words(mine)
        .forEach((name, words) -> {
          String other = theirs.getOrDefault(name, "");
          if (!other.equals(words)) {
            rows.add(new SecondEdit.Row(name, other, words));
          }
        });
    theirs.forEach((name, words) -> {
      if (!words(mine).containsKey(name)) {
        rows.add(new SecondEdit.Row(name, words, ""));
      }
    });
    return rows;
  }

  private Map<String, String> words(PriceList list) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("Valid from", Dates.day(list.validFrom()));
    words.put("A quote counts", list.validDays() + " days");
    words.put("Tax", tax(list));
    list.prices()
        .forEach(price -> {
          Row row = row(list, price);
          words.put(
              row.concern() + ", " + row.site(),
              row.amount() + (row.discount().isEmpty() ? "" : ", together " + row.discount()));
        });
    list.extras()
        .forEach(extra -> words.put(extra.name(), row(extra).amount() + " " + row(extra).per()));
    list.bundles().forEach(bundle -> words.put(row(bundle).from(), row(bundle).off()));
    return words;
  }
}
