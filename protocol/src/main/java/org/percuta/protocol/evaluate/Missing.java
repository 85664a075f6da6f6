package org.percuta.protocol.evaluate;

/**
 * Something still to ask.
 *
 * @param fact the fact key, or {@code birthDate}, {@code phototype}, {@code weight}
 * @param question as a person reads it
 */
public record Missing(String fact, String question) {}
