package org.percuta.clinic.assessment;

import java.util.List;

/** All open questions about facts in one list, for those who would rather not turn pages. */
record SeveralView(List<Question> questions, String back, String goal) {

  /** One question; its details are asked on a page of their own if the answer is yes. */
  record Question(String key, String question, String why) {}
}
