package org.percuta.protocol.model;

import org.jspecify.annotations.Nullable;

/**
 * One statement of the literature beyond the articles, in our words.
 *
 * @param source id of its {@link Source}
 */
public record LiteratureFact(
    String id,
    String source,
    String statement,
    @Nullable String value,
    @Nullable String unit,
    Grade grade) {}
