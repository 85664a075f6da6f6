package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;

/** Collects findings; beyond a hundred of a severity it only counts them, so that none floods. */
final class FindingSink {

  private static final int MOST = 100;

  private final List<Finding> findings = new ArrayList<>();
  private int errors;
  private int warnings;

  void error(String code, String message, String subject, Place place, @Nullable String hint) {
    if (++errors <= MOST) {
      findings.add(Finding.error(code, message, subject, place, hint));
    }
  }

  void warning(String code, String message, String subject, Place place, @Nullable String hint) {
    if (++warnings <= MOST) {
      findings.add(Finding.warning(code, message, subject, place, hint));
    }
  }

  List<Finding> list(String file) {
    List<Finding> all = new ArrayList<>(findings);
    if (errors > MOST) {
      all.add(
          Finding.error(
              "PX-0425",
              (errors - MOST) + " more errors are not listed.",
              "",
              Place.of(file),
              "Maybe mend the first ones and try again?"));
    }
    if (warnings > MOST) {
      all.add(
          Finding.warning(
              "PX-0425",
              (warnings - MOST) + " more warnings are not listed.",
              "",
              Place.of(file),
              null));
    }
    return all;
  }
}
