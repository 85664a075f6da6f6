package org.percuta.clinic.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.quotes.PriceList.Discount;
import org.percuta.clinic.quotes.PriceList.Extra;
import org.percuta.clinic.quotes.PriceList.Tax;

/**
 * What is to be paid, line by line. The total is the sum of the lines, always.
 *
 * @param contained the tax that the prices contain, in words; empty when there is none
 */
record Bill(List<Line> lines, Money total, String contained) {

  Bill {
    lines = List.copyOf(lines);
  }

  /** What a line stands for. */
  enum Kind {
    SESSION,
    EXTRA,
    DISCOUNT,
    TAX
  }

  /**
   * @param unit price of one; below zero in a discount
   * @param amount {@code quantity} times {@code unit}
   */
  record Line(Kind kind, String label, int quantity, Money unit, Money amount) {

    static Line of(Kind kind, String label, int quantity, Money unit) {
      return new Line(kind, label, quantity, unit, unit.times(quantity));
    }
  }

  /**
   * What is bought.
   *
   * @param about the treatment in words
   * @param discounts of which the largest counts, and only that one
   */
  record Order(
      String about,
      Money perSession,
      int sessions,
      List<Extra> extras,
      List<Discount> discounts,
      @Nullable Tax tax) {}

  static Bill of(Order order) {
    List<Line> lines = new ArrayList<>();
    Line treated = Line.of(Kind.SESSION, order.about(), order.sessions(), order.perSession());
    lines.add(treated);
    order
        .extras()
        .forEach(extra ->
            lines.add(
                Line.of(
                    Kind.EXTRA,
                    extra.name(),
                    extra.eachSession() ? order.sessions() : 1,
                    extra.amount())));
    Discount best = null;
    for (Discount discount : order.discounts()) {
      if (best == null
          || discount.of(treated.amount()).minor() > best.of(treated.amount()).minor()) {
        best = discount;
      }
    }
    if (best != null && !best.of(treated.amount()).isZero()) {
      lines.add(
          Line.of(
              Kind.DISCOUNT,
              order.sessions() + " sessions together: " + best.words(),
              1,
              best.of(treated.amount()).negated()));
    }
    Tax tax = order.tax();
    if (tax != null && !tax.included()) {
      lines.add(Line.of(Kind.TAX, tax.words(), 1, sum(lines).share(tax.percent())));
    }
    Money total = sum(lines);
    return new Bill(
        lines,
        total,
        tax != null && tax.included()
            ? "Contains " + tax.words() + ": " + total.contained(tax.percent()).words()
            : "");
  }

  private static Money sum(List<Line> lines) {
    return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
  }
}
