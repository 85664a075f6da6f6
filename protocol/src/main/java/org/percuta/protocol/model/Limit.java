package org.percuta.protocol.model;

/**
 * A limit within which treatment is permitted.
 *
 * @param key what software checks, for example {@code no-topical-anaesthetic}
 * @param text what a practitioner reads
 */
public record Limit(String key, @NamesSettings String text) {}
