package org.percuta.protocol.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.PriceRange;
import org.percuta.protocol.model.Statement;

/**
 * What a course may cost, in one currency.
 *
 * @param perSession price of one session
 * @param fewest sessions that are planned
 * @param most sessions with those that wait for a review
 * @param course {@code fewest} sessions at the lower end to {@code most} at the upper, before any
 *     discount
 * @param discounted the course bought as a package; absent when the clinic has none
 * @param sides the sourced ranges behind an estimate, each with its claims; never averaged
 * @param prices the clinic's prices behind a firm quote
 * @param drivers what moves the price
 */
public record Quote(
    MoneyRange perSession,
    int fewest,
    int most,
    MoneyRange course,
    @Nullable MoneyRange discounted,
    Basis basis,
    List<PriceRange> sides,
    List<ClinicPrice> prices,
    List<Statement> drivers) {

  /** What a quote rests on. */
  public enum Basis {
    CLINIC_PRICE_LIST("clinic-price-list"),
    SOURCED_ESTIMATE("sourced-estimate");

    private final String key;

    Basis(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  public String currency() {
    return perSession.currency();
  }
}
