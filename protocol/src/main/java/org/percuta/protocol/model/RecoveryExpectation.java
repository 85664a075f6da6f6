package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a symptom usually goes.
 *
 * @param symptom id of the {@link Symptom}
 * @param from earliest it starts
 * @param typicalTo when it has usually gone
 * @param upperTo when it should have gone; still there after it means a call
 * @param upTo strongest severity that is still expected
 */
public record RecoveryExpectation(
    String id,
    String symptom,
    @NamesSettings String text,
    Offset from,
    Offset typicalTo,
    Offset upperTo,
    Severity upTo,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {}
