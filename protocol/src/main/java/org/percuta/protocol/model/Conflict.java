package org.percuta.protocol.model;

import java.util.List;

/**
 * Sources that disagree, and the reading Percuta applies. Ids {@code C01…C51} are the articles
 * among themselves; {@code A01…} are authorities and the literature.
 */
public record Conflict(
    String id,
    String title,
    Kind kind,
    List<Side> sides,
    @Meaning("What the software does.") String reading,
    @Meaning("What the user is shown.") String show) {

  /** What the disagreement touches. */
  public enum Kind {
    SAFETY,
    PLAN,
    INFORMATION,
    AUTHORITY
  }

  /** One side and who takes it. */
  public record Side(String says, List<String> claims, List<String> literature) {}
}
