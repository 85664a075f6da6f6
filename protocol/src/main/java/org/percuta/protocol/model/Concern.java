package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants treated.
 *
 * @param bookable false for what some source lists but Percuta never offers; then {@code
 *     unbookable} says why
 * @param sites site keys it can be treated at; empty means every site of its family
 */
public record Concern(
    String id,
    String label,
    List<String> aliases,
    Family family,
    boolean bookable,
    @Nullable String unbookable,
    @Meaning("The possible improvement, never promised.") String hope,
    List<String> sites,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** Skin and hair follow different courses. */
  public enum Family {
    SKIN,
    HAIR
  }
}
