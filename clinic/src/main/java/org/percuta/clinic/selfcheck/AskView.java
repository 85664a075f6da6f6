package org.percuta.clinic.selfcheck;

import java.util.List;
import java.util.Map;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Symptom;

/**
 * What do you notice?
 *
 * @param urgent signs for which nobody should fill in a form first, by what to do about them
 */
record AskView(List<Symptom> symptoms, Map<String, List<String>> urgent, Form form) {}
