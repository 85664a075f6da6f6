package org.percuta.clinic.assessment;

import org.percuta.clinic.knowledge.Trace;
import org.percuta.protocol.model.Concern;

/** A concern that is never planned here, and why. */
record NotOfferedView(Concern concern, String why, Trace trace) {}
