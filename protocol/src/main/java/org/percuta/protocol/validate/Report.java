package org.percuta.protocol.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Collects the findings of the checks, each at the place of the item and key it is about. */
final class Report {

  private final List<Finding> findings = new ArrayList<>();
  private final BiFunction<Object, String, Place> places;

  Report(BiFunction<Object, String, Place> places) {
    this.places = places;
  }

  void error(String code, Object item, String key, String subject, String message) {
    error(code, item, key, subject, message, null);
  }

  void error(
      String code, Object item, String key, String subject, String message, @Nullable String hint) {
    findings.add(Finding.error(code, message, subject, places.apply(item, key), hint));
  }

  void warning(String code, Object item, String key, String subject, String message) {
    findings.add(Finding.warning(code, message, subject, places.apply(item, key), null));
  }

  /** A reference that must name something known. */
  void mustKnow(
      Object item, String key, String subject, String kind, String id, Collection<String> known) {
    if (!known.contains(id)) {
      error(
          "PX-0302",
          item,
          key,
          subject,
          "No " + kind + " '" + id + "'.",
          Nearest.find(id, known).map(near -> "Maybe " + near + "?").orElse(null));
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
