package org.percuta.protocol.model;

import org.jspecify.annotations.Nullable;

/**
 * A code of a terminology and what it stands for.
 *
 * @param fact a fact or site id; {@code weight} or {@code phototype}; or, for a coded answer,
 *     {@code yes}, {@code no}, {@code unknown} or a phototype {@code I} to {@code VI}
 * @param system canonical URI of the code system, for example {@code http://snomed.info/sct}
 * @param prefix whether every code that begins with {@code code} counts, as ICD-10-CM and ATC are
 *     built
 * @param supply what the code itself tells about the supply, if anything
 * @param saysSo who says that the code means this: a value set, a module, the code system's display
 */
public record CodeMapping(
    String fact,
    String system,
    String code,
    String display,
    boolean prefix,
    Condition.@Nullable Supply supply,
    String saysSo) {}
