package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that no source gives well enough and that each clinic approves for itself.
 *
 * @param value the default
 * @param unit UCUM unit, {@code 1} for a count
 * @param low lowest value a clinic may set
 * @param high highest value a clinic may set
 * @param why why this default
 */
public record HouseSetting(
    String id,
    String label,
    double value,
    String unit,
    double low,
    double high,
    String why,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  public HouseSetting with(double newValue) {
    return new HouseSetting(
        id, label, newValue, unit, low, high, why, claims, literature, grade, conflict);
  }
}
