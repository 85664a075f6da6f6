package org.percuta.clinic.enquiries;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.web.Form;

/** What the pages about enquiries show. */
final class EnquiryViews {

  private EnquiryViews() {}

  /**
   * @param openCount how many nobody has seen to
   * @param cut whether there are older ones that the list leaves out
   */
  record ListPage(boolean all, int openCount, boolean cut, List<Line> lines) {}

  /**
   * One enquiry in words.
   *
   * @param tag colour of the verdict
   * @param handled what became of it; empty while nobody has seen to it
   */
  record Line(
      UUID id,
      String name,
      @Nullable String email,
      @Nullable String phone,
      String message,
      String goal,
      String verdict,
      String tag,
      String from,
      String sent,
      String handled,
      @Nullable UUID patient) {}

  /**
   * @param said what was answered, but for plain noes; absent for those who may not read facts
   * @param noes questions that were answered with no
   * @param same people here who may be the sender
   */
  record OnePage(
      Line line,
      String asOf,
      String consent,
      @Nullable List<SentAnswers.Line> said,
      List<String> noes,
      List<Patient> same,
      Form form) {

    boolean isHandled() {
      return !line.handled().isEmpty();
    }

    /** The people somebody was asked about, in an order that does not change. */
    String asked() {
      return same.stream()
          .map(one -> one.id().toString())
          .sorted()
          .reduce("", (a, b) -> a + " " + b);
    }
  }
}
