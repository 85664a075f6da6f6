package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sourced price range of one session. */
public record PriceRange(
    String id,
    double low,
    double high,
    String currency,
    Extent extent,
    String note,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** The area it is for. */
  public enum Extent {
    ANY,
    SMALL,
    LARGE
  }
}
