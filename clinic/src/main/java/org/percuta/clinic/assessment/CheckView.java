package org.percuta.clinic.assessment;

import java.util.List;

/**
 * Check your answers.
 *
 * @param open questions that can still change the verdict and were not asked yet
 */
record CheckView(
    String concern, String site, List<Row> rows, int open, boolean onePlace, String back) {

  /** One answer. */
  record Row(String key, String question, String answer, List<String> details) {}
}
