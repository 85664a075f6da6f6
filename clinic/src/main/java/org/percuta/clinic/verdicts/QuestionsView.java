package org.percuta.clinic.verdicts;

import java.util.List;
import java.util.Map;
import org.percuta.clinic.patients.FactCatalogue;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;

/**
 * Open questions of one patient on one page.
 *
 * @param goal in words; empty when every fact is asked about
 * @param person what is missing of the person's details, as questions
 * @param open each question with the statement it was asked beside, for the form to bring back
 */
record QuestionsView(
    PatientBanner banner,
    Form form,
    String goal,
    List<String> person,
    List<Group> groups,
    Map<String, String> places,
    String open,
    String back) {

  /** Questions of one kind. */
  record Group(String key, String title, List<Question> questions) {}

  /**
   * @param standing what stands on it already, in words; empty for nothing
   */
  record Question(FactCatalogue.Entry about, String standing) {

    String prefix() {
      return about.fact() + "-";
    }
  }
}
