package org.percuta.clinic.clearances;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.VerdictCard;

/** What the pages about clearances show. */
final class ClearanceView {

  private ClearanceView() {}

  record ListPage(PatientBanner banner, List<Line> lines, Form form) {}

  /**
   * @param standing true while it can be withdrawn
   */
  record Line(
      UUID id,
      String what,
      String by,
      String from,
      String until,
      String state,
      String tag,
      String reason,
      String recorded,
      String withdrawn,
      boolean standing) {}

  /**
   * @param about what can be cleared, by fact or rule id
   * @param sure what the clearance would do; absent until the form is whole
   */
  record FormPage(
      PatientBanner banner,
      Form form,
      String goal,
      String asOf,
      String verdict,
      Map<String, String> about,
      Map<String, String> roles,
      @Nullable Sure sure) {}

  /**
   * @param lifts titles of what is lifted from this verdict
   * @param alsoLifts titles of what it lifts whenever it comes up
   * @param after the verdict with it
   * @param seen what whoever records it has to have seen
   */
  record Sure(
      String what,
      String by,
      String dates,
      List<String> lifts,
      List<String> remains,
      List<String> alsoLifts,
      VerdictCard after,
      String seen) {}
}
