package org.percuta.protocol.evaluate;

import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.FactDefinition;

/**
 * Something still to ask.
 *
 * @param fact the fact key, or {@code birthDate}, {@code phototype}, {@code weight}
 * @param detail the follow-up that is missing although the fact itself is known; absent when the
 *     fact is
 * @param question as a person reads it
 */
public record Missing(String fact, FactDefinition.@Nullable Detail detail, String question) {}
