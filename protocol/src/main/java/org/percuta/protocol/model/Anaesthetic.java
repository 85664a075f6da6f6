package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topical anaesthetic and what its label allows.
 *
 * @param doses mass of cream by area, ascending; the last row is the largest area studied
 * @param minMinutes shortest contact time of the label
 * @param maxMinutes longest contact time of the label
 */
public record Anaesthetic(
    String id,
    String label,
    String strength,
    List<AreaDose> doses,
    int minMinutes,
    int maxMinutes,
    @NamesSettings String note,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** Mass of cream in g for an area in cm². */
  public record AreaDose(double area_cm2, double mass_g) {}
}
