package org.percuta.clinic.quotes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.plan.ClinicPrice;

/**
 * One version of what the clinic asks for. A version stays as it is, so an old quote keeps the
 * prices it was made from.
 *
 * @param version from 1
 * @param validFrom first day it counts
 * @param validDays how many days a quote from it counts, unless another day is said
 * @param prices of one session, in the clinic's currency
 */
record PriceList(
    int version,
    LocalDate validFrom,
    Currency currency,
    int validDays,
    @Nullable Tax tax,
    List<ClinicPrice> prices,
    List<Extra> extras,
    List<Bundle> bundles,
    String by) {

  static final int MOST_SESSIONS = 60;

  PriceList {
    prices = List.copyOf(prices);
    extras = List.copyOf(extras);
    bundles = List.copyOf(bundles);
  }

  /**
   * A tax as the clinic names it.
   *
   * @param included whether the prices contain it; else it is added to them
   */
  record Tax(String name, BigDecimal percent, boolean included) {

    String words() {
      return name + " " + percentWords(percent);
    }
  }

  /** Something beside the session that is paid for, for example numbing. */
  record Extra(String name, Money amount, boolean eachSession) {}

  /** What is taken off when at least so many sessions are bought together. */
  record Bundle(int sessions, Discount discount) {}

  /** How a package is cheaper. */
  sealed interface Discount {

    record Percent(BigDecimal percent) implements Discount {}

    record Fixed(Money off) implements Discount {}

    /** What it takes off this amount; never more than there is. */
    default Money of(Money sessions) {
      return switch (this) {
        case Percent(BigDecimal percent) -> sessions.share(percent);
        case Fixed(Money off) -> off.least(sessions);
      };
    }

    default String words() {
      return switch (this) {
        case Percent(BigDecimal percent) -> percentWords(percent) + " off";
        case Fixed(Money off) -> off.words() + " off";
      };
    }
  }

  /** The discounts a purchase of so many sessions may have; they are not added up. */
  List<Discount> discounts(ClinicPrice price, int together) {
    return Stream.concat(
            Stream.ofNullable(price.packageDiscount())
                .map(fraction -> new Discount.Percent(fraction.movePointRight(2))),
            bundles.stream().filter(bundle -> bundle.sessions() <= together).map(Bundle::discount))
        .map(Objects::requireNonNull)
        .toList();
  }

  Money money(ClinicPrice price) {
    return Money.of(price.amount(), currency);
  }

  static String percentWords(BigDecimal percent) {
    return percent.stripTrailingZeros().toPlainString() + " %";
  }
}
