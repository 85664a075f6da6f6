package org.percuta.clinic.enquiries;

import java.util.List;
import org.percuta.protocol.model.PatientRecord;

/**
 * Reads the answers of an enquiry, as the public pages wrote them down, by the content in force at
 * the clinic whose transaction is open.
 */
public interface SentAnswers {

  /** What was said, ready for a record; what the content no longer asks is left out. */
  PatientRecord record(String answers);

  /** Each question with its answer in words, in the order they were answered. */
  List<Line> lines(String answers);

  /**
   * @param no whether a question was answered with a plain no
   */
  record Line(String question, String answer, List<String> details, boolean no) {}
}
