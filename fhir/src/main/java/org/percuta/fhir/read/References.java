package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FHIR references to one form: {@code Patient/42} or the whole {@code urn:}. */
final class References {

  private References() {}

  /**
   * The key of a reference to a resource of a type; nothing when it is contained, conditional or to
   * another type.
   */
  static @Nullable String key(String type, @Nullable String reference) {
    if (reference == null) {
      return null;
    }
    if (reference.startsWith("urn:")) {
      return reference;
    }
    int at = reference.startsWith(type + "/") ? 0 : reference.lastIndexOf("/" + type + "/") + 1;
    if (at == 0 && !reference.startsWith(type + "/")) {
      return null;
    }
    int from = at + type.length() + 1;
    int end = from;
    while (end < reference.length() && "/|#?".indexOf(reference.charAt(end)) < 0) {
      end++;
    }
    return end == from ? null : type + "/" + reference.substring(from, end);
  }

  /** The keys under which others can refer to a resource. */
  static List<String> keysOf(Draft draft) {
    List<String> keys = new ArrayList<>(2);
    if (draft.id != null) {
      keys.add(draft.kind.type + "/" + draft.id);
    }
    String url = key(draft.kind.type, draft.fullUrl);
    if (url != null && !keys.contains(url)) {
      keys.add(url);
    }
    return keys;
  }
}
