package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named place on the body.
 *
 * @param parts keys of the sites it contains, directly
 */
public record Site(
    String id,
    String label,
    List<String> aliases,
    Concern.Family family,
    List<String> parts,
    boolean delicate,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {}
