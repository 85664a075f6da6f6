package org.percuta.protocol.triage;

/** The answer to a report: it was assessed, or something in it was not understood. */
public sealed interface Assessment permits TriageResult, NotUnderstood {}
