package org.percuta.clinic.quotes;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PriceRange;
import org.springframework.stereotype.Component;

/**
 * What sources say a session costs, to stand beside the clinic's own price. Never converted, never
 * averaged, never put in the place of a price that is missing.
 */
@Component
class SourcedPrices {

  private final Knowledge knowledge;
  private final Traces traces;

  SourcedPrices(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.traces = Traces.of(knowledge);
  }

  /**
   * One range as its source gives it.
   *
   * @param source who wrote it and when
   */
  record Side(String range, String note, String source, Trace trace) {}

  List<Side> sides() {
    return knowledge.prices().stream().map(this::side).toList();
  }

  private Side side(PriceRange price) {
    Trace trace = traces.of(price);
    String source =
        trace.lines().stream().map(Trace.Line::source).distinct().collect(Collectors.joining("; "));
    return new Side(words(price), price.note(), source, trace);
  }

  /** The widest range of each currency, for example {@code 100 to 900 USD}. */
  String span() {
    return knowledge.prices().stream()
        .collect(Collectors.groupingBy(PriceRange::currency))
        .entrySet()
        .stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .map(one ->
            range(
                one.getValue().stream()
                    .map(PriceRange::low)
                    .min(Comparator.naturalOrder())
                    .orElseThrow(),
                one.getValue().stream()
                    .map(PriceRange::high)
                    .max(Comparator.naturalOrder())
                    .orElseThrow(),
                one.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** As it stands on a quote; empty when no source gives a range. */
  String compared() {
    String span = span();
    return span.isEmpty()
        ? ""
        : "Articles give " + span + " for one session. It is an estimate, not converted.";
  }

  private static String words(PriceRange price) {
    return range(price.low(), price.high(), price.currency());
  }

  private static String range(double low, double high, String currency) {
    return low == high
        ? number(low) + " " + currency
        : number(low) + " to " + number(high) + " " + currency;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ENGLISH, "%.2f", value);
  }
}
