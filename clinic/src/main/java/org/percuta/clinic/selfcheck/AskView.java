package org.percuta.clinic.selfcheck;

import java.util.List;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Symptom;

/**
 * What do you notice?
 *
 * @param emergency signs for which nobody should fill in a form first, but call for help
 * @param urgent signs that a doctor has to see the same day
 */
record AskView(List<Symptom> symptoms, List<String> emergency, List<String> urgent, Form form) {}
