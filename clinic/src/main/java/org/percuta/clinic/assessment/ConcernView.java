package org.percuta.clinic.assessment;

import java.util.List;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Concern;

/**
 * What would you like to treat?
 *
 * @param others listed by some source, offered never
 */
record ConcernView(List<Concern> skin, List<Concern> hair, List<Concern> others, Form form) {}
