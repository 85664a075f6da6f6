package org.percuta.protocol.evaluate;

import java.util.List;
import org.percuta.protocol.model.Rule;

/**
 * One rule that fires, and why.
 *
 * @param facts what it rests on, in words with where each was read
 * @param until when it stops firing
 * @param precaution true when the fact is unknown and the limit holds until it is answered
 */
public record Reason(Rule rule, List<String> facts, Until until, boolean precaution) {}
