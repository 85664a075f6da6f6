package org.percuta.protocol.model;

import org.jspecify.annotations.Nullable;

/**
 * One article or publication that claims or literature facts come from.
 *
 * @param read how much of it was read: {@code whole}, {@code abstract}, {@code label copy} …
 */
public record Source(
    String id,
    String citation,
    @Nullable String address,
    @Meaning("How much of it was read: whole, abstract, label copy, listing.") String read,
    Grade grade) {}
