package org.percuta.protocol.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.SiteMap;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PriceRange;
import org.percuta.protocol.model.Statement;

/**
 * Quotes for a course: the clinic's own prices where it has any, else the widest range the sources
 * give (conflict C46). Prices of two currencies stay two quotes.
 */
public final class Quotes {

  private final Knowledge knowledge;
  private final SiteMap sites;

  private Quotes(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.sites = new SiteMap(knowledge.sites());
  }

  public static Quotes of(Knowledge knowledge) {
    return new Quotes(knowledge);
  }

  /**
   * One quote a currency, in the order of the price list or of the knowledge; none for a course
   * without sessions.
   */
  public List<Quote> quote(Course course, List<ClinicPrice> priceList) {
    if (course.sessions().isEmpty()) {
      return List.of();
    }
    List<Quote> quotes = new ArrayList<>();
    Map<String, List<ClinicPrice>> own =
        byCurrency(nearest(course.goal(), priceList), ClinicPrice::currency);
    if (!own.isEmpty()) {
      own.values().forEach(prices -> quotes.add(firm(course, prices)));
    } else {
      byCurrency(knowledge.prices(), PriceRange::currency)
          .values()
          .forEach(sides -> quotes.add(estimate(course, sides)));
    }
    return List.copyOf(quotes);
  }

  private Quote firm(Course course, List<ClinicPrice> prices) {
    MoneyRange perSession =
        prices.stream()
            .map(price -> new MoneyRange(price.amount(), price.amount(), price.currency()))
            .reduce(MoneyRange::span)
            .orElseThrow();
    return quote(course, perSession, Quote.Basis.CLINIC_PRICE_LIST, List.of(), prices);
  }

  private Quote estimate(Course course, List<PriceRange> sides) {
    MoneyRange perSession =
        sides.stream()
            .map(side ->
                new MoneyRange(
                    BigDecimal.valueOf(side.low()),
                    BigDecimal.valueOf(side.high()),
                    side.currency()))
            .reduce(MoneyRange::span)
            .orElseThrow();
    return quote(course, perSession, Quote.Basis.SOURCED_ESTIMATE, sides, List.of());
  }

  private Quote quote(
      Course course,
      MoneyRange perSession,
      Quote.Basis basis,
      List<PriceRange> sides,
      List<ClinicPrice> prices) {
    int most = course.sessions().size();
    int fewest = Math.max(1, course.listPlanned().size());
    MoneyRange whole = perSession.times(fewest, most);
    return new Quote(
        perSession,
        fewest,
        most,
        whole,
        discounted(prices, fewest, most),
        basis,
        sides,
        prices,
        drivers(course.goal()));
  }

  /** Each price keeps its own discount; a price without one is not discounted. */
  private static @Nullable MoneyRange discounted(List<ClinicPrice> prices, int fewest, int most) {
    if (most < 2 || prices.stream().allMatch(price -> price.packageDiscount() == null)) {
      return null;
    }
    return prices.stream()
        .map(price ->
            new MoneyRange(price.amount(), price.amount(), price.currency())
                .times(fewest, most)
                .less(Objects.requireNonNullElse(price.packageDiscount(), BigDecimal.ZERO)))
        .reduce(MoneyRange::span)
        .orElse(null);
  }

  /**
   * The prices that fit the goal most closely: the one for this concern and this very site before
   * one for a larger site, before one for any. Several, when they fit equally well.
   */
  public List<ClinicPrice> nearest(Goal goal, List<ClinicPrice> priceList) {
    List<ClinicPrice> fitting =
        priceList.stream().filter(price -> closeness(price, goal) >= 0).toList();
    int closest = fitting.stream().mapToInt(price -> closeness(price, goal)).max().orElse(-1);
    return fitting.stream().filter(price -> closeness(price, goal) == closest).toList();
  }

  /** The larger the closer; negative when the price is for something else. */
  private int closeness(ClinicPrice price, Goal goal) {
    String concern = price.concern();
    String site = price.site();
    if ((concern != null && !concern.equals(goal.concern()))
        || (site != null && !sites.holds(site, goal.site()))) {
      return -1;
    }
    int place = site == null ? 0 : site.equals(goal.site()) ? 2 : 1;
    return (concern == null ? 0 : 3) + place;
  }

  private List<Statement> drivers(Goal goal) {
    return knowledge.statements(Statement.Kind.COST_DRIVER).stream()
        .filter(driver -> driver.concerns().isEmpty() || driver.concerns().contains(goal.concern()))
        .toList();
  }

  private static <T> Map<String, List<T>> byCurrency(List<T> items, Function<T, String> currency) {
    return items.stream()
        .collect(Collectors.groupingBy(currency, LinkedHashMap::new, Collectors.toList()));
  }
}
