package org.percuta.protocol.evaluate;

import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Rule;

/** A rule lifted by a recorded clearance. */
public record Cleared(Rule rule, Clearance clearance) {}
