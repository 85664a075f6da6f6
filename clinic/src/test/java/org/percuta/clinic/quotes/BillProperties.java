package org.percuta.clinic.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.percuta.clinic.quotes.PriceList.Discount;
import org.percuta.clinic.quotes.PriceList.Extra;
import org.percuta.clinic.quotes.PriceList.Tax;

class BillProperties {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final int DEAREST = 500_000;

  @Property
  void theTotalIsTheSumOfTheLines(@ForAll("orders") Bill.Order order) {
    Bill bill = Bill.of(order);
    assertThat(bill.total().minor())
        .isEqualTo(bill.lines().stream().mapToLong(line -> line.amount().minor()).sum());
    assertThat(bill.lines())
        .allMatch(line -> line.amount().minor() == line.unit().minor() * line.quantity());
  }

  @Property
  void nothingIsEverPaidBackAndADiscountNeverExceedsTheSessions(
      @ForAll("orders") Bill.Order order) {
    Bill bill = Bill.of(order);
    long sessions = order.perSession().minor() * order.sessions();
    assertThat(bill.total().minor()).isNotNegative();
    assertThat(bill.lines())
        .filteredOn(line -> line.kind() == Bill.Kind.DISCOUNT)
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(line -> line.amount().minor() < 0 && -line.amount().minor() <= sessions);
    assertThat(bill.lines())
        .filteredOn(line -> line.kind() != Bill.Kind.DISCOUNT)
        .allMatch(line -> line.amount().minor() >= 0);
  }

  @Property
  void ofSeveralDiscountsTheLargestCountsAndOnlyThatOne(@ForAll("orders") Bill.Order order) {
    Money sessions = order.perSession().times(order.sessions());
    long largest =
        order.discounts().stream().mapToLong(one -> one.of(sessions).minor()).max().orElse(0);
    long taken =
        -Bill.of(order).lines().stream()
            .filter(line -> line.kind() == Bill.Kind.DISCOUNT)
            .mapToLong(line -> line.amount().minor())
            .sum();
    assertThat(taken).isEqualTo(largest);
  }

  @Property
  void oneMoreDiscountNeverMakesItDearer(
      @ForAll("orders") Bill.Order order, @ForAll("discounts") Discount more) {
    Bill.Order other =
        new Bill.Order(
            order.about(),
            order.perSession(),
            order.sessions(),
            order.extras(),
            java.util.stream.Stream.concat(
                    order.discounts().stream(), java.util.stream.Stream.of(more))
                .toList(),
            order.tax());
    assertThat(Bill.of(other).total().minor()).isLessThanOrEqualTo(Bill.of(order).total().minor());
  }

  @Property
  void aTaxThatThePricesContainChangesNoTotal(@ForAll("orders") Bill.Order order) {
    Bill.Order untaxed = with(order, null);
    Bill.Order contained = with(order, new Tax("VAT", BigDecimal.valueOf(19), true));
    assertThat(Bill.of(contained).total()).isEqualTo(Bill.of(untaxed).total());
    assertThat(Bill.of(contained).contained()).startsWith("Contains VAT 19 %: ");
  }

  @Example
  void sumsAreRoundedHalfUpToWhatTheCurrencyCountsIn() {
    Currency yen = Currency.getInstance("JPY");
    assertThat(new Money(5, EUR).share(BigDecimal.TEN).minor()).isEqualTo(1);
    assertThat(new Money(4, EUR).share(BigDecimal.TEN).minor()).isZero();
    assertThat(new Money(96_000, EUR).contained(BigDecimal.valueOf(19)).minor()).isEqualTo(15_328);
    assertThat(new Money(125_000, EUR).words()).isEqualTo("1,250.00 EUR");
    assertThat(new Money(125_000, yen).words()).isEqualTo("125,000 JPY");
    assertThat(Money.of(new BigDecimal("0.005"), EUR).minor()).isEqualTo(1);
    assertThat(Money.currency("XAU")).isEmpty();
    assertThat(Money.currency("EURO")).isEmpty();
  }

  private static Bill.Order with(Bill.Order order, @org.jspecify.annotations.Nullable Tax tax) {
    return new Bill.Order(
        order.about(),
        order.perSession(),
        order.sessions(),
        order.extras(),
        order.discounts(),
        tax);
  }

  @Provide
  Arbitrary<Bill.Order> orders() {
    Arbitrary<Extra> extras =
        Combinators.combine(Arbitraries.integers().between(0, DEAREST), Arbitraries.of(true, false))
            .as((minor, each) -> new Extra("Numbing", new Money(minor, EUR), each));
    Arbitrary<Tax> tax =
        Combinators.combine(percents(), Arbitraries.of(true, false))
            .as((percent, included) -> new Tax("VAT", percent, included));
    return Combinators.combine(
            Arbitraries.integers().between(0, DEAREST),
            Arbitraries.integers().between(1, PriceList.MOST_SESSIONS),
            extras.list().ofMaxSize(4),
            discounts().list().ofMaxSize(3),
            tax.injectNull(0.3))
        .as((minor, sessions, more, less, one) ->
            new Bill.Order("Session", new Money(minor, EUR), sessions, more, less, one));
  }

  @Provide
  Arbitrary<Discount> discounts() {
    Arbitrary<Discount> percent = percents().map(Discount.Percent::new);
    Arbitrary<Discount> fixed =
        Arbitraries.integers()
            .between(1, DEAREST)
            .map(minor -> new Discount.Fixed(new Money(minor, EUR)));
    return Arbitraries.oneOf(List.of(percent, fixed));
  }

  private static Arbitrary<BigDecimal> percents() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.01"), new BigDecimal("99.99"))
        .ofScale(2);
  }
}
