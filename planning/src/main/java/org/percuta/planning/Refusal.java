package org.percuta.planning;

/**
 * A setting is past a limit of the protocol. No figure of the model stands against it.
 *
 * @param asked the value that was asked for, in the limit's unit
 */
public record Refusal(ProtocolLimit limit, double asked) {}
