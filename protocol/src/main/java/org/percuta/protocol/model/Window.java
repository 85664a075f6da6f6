package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.quantity.Interval;

/**
 * A waiting time with its source: either a sourced interval, or the id of a house setting.
 *
 * @param of the interval in UCUM units, for example {@code 7 d}, {@code 4 wk}, {@code 6 mo}
 * @param setting id of the {@link HouseSetting} that holds it instead
 */
public record Window(
    @Nullable Interval of, @Nullable String setting, List<String> claims, List<String> literature) {

  public static Window ofDays(int days) {
    return new Window(Interval.days(days), null, List.of(), List.of());
  }
}
