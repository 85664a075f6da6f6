package org.percuta.skin.dosimetry;

/**
 * A limit that was looked at, and where this setting stands to it. It informs and never overrules a
 * limit of the protocol.
 *
 * @param what the limit, for example {@code device-depth}
 * @param value of this setting
 * @param unit UCUM unit of both
 * @param exceeded whether the value is past the limit
 * @param message both in words
 */
public record DoseNote(
    String what, double value, double limit, String unit, boolean exceeded, String message) {}
