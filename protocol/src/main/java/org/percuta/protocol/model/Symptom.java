package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a person can report after a session. */
public record Symptom(
    String id,
    String label,
    String question,
    List<String> aliases,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {}
