package org.percuta.planning;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.percuta.quantity.Range;
import org.percuta.skin.Spread;
import org.percuta.skin.dosimetry.Dose;

/**
 * What a setting does to a person, over what is not known of that person.
 *
 * @param best for what is known, with the middle of the rest
 * @param all {@code best} and the ends of the rest
 */
public record DoseRange(Dose best, List<Dose> all) {

  public DoseRange {
    all = List.copyOf(all);
  }

  /** The best's middle value, within the widest ends. */
  public Spread spread(Function<Dose, Spread> what) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Dose dose : all) {
      low = Math.min(low, what.apply(dose).p05());
      high = Math.max(high, what.apply(dose).p95());
    }
    return new Spread(what.apply(best).mean(), low, high);
  }

  /** Least and greatest; the same where nothing unknown matters. */
  public Range range(ToDoubleFunction<Dose> what) {
    return new Range(
        all.stream().mapToDouble(what).min().orElseThrow(),
        all.stream().mapToDouble(what).max().orElseThrow());
  }
}
