package org.percuta.clinic.knowledge;

import java.time.Instant;

/**
 * From when on a content holds at a clinic.
 *
 * @param number counts a clinic's acceptances from 1
 * @param version as the content names itself
 * @param by a clinician; {@code Percuta} for the content in force from the start
 */
public record Acceptance(
    int number, String digest, String version, String by, String reason, Instant at) {}
