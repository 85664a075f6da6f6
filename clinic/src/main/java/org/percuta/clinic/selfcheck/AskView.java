package org.percuta.clinic.selfcheck;

import java.util.List;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Symptom;

/**
 * What do you notice?
 *
 * @param urgent signs for which nobody should fill in a form first
 */
record AskView(List<Symptom> symptoms, List<String> urgent, Form form) {}
