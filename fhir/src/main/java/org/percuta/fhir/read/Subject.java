package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.validate.Place;

/** Finds out whom a file is about, and refuses to mix people. */
final class Subject {

  private final List<Draft> patients;
  private final Map<String, Draft> byKey = new HashMap<>();
  private final FindingSink sink;

  /** The patient of the file, if it holds one. */
  @Nullable Draft patient;

  /** The one person all refer to when the file holds no Patient. */
  @Nullable String outside;

  /** Whether it cannot be told whom the file is about. */
  boolean mixed;

  Subject(List<Draft> drafts, String file, FindingSink sink) {
    this.sink = sink;
    this.patients = drafts.stream().filter(draft -> draft.kind == Kind.PATIENT).toList();
    for (Draft draft : patients) {
      References.keysOf(draft).forEach(key -> byKey.putIfAbsent(key, draft));
    }
    List<Draft> others = drafts.stream().filter(draft -> draft.subject != null).toList();
    List<Draft> distinct = distinctPatients();
    if (distinct.size() == 1) {
      patient = distinct.getFirst();
    } else if (distinct.size() > 1) {
      severalPatients(distinct, others);
    } else {
      noPatient(others, file);
    }
  }

  /** The same Patient may stand in a file twice. */
  private List<Draft> distinctPatients() {
    Set<String> ids = new LinkedHashSet<>();
    List<Draft> distinct = new ArrayList<>();
    for (Draft draft : patients) {
      if (draft.id == null || ids.add(draft.id)) {
        distinct.add(draft);
      }
    }
    return distinct;
  }

  private void severalPatients(List<Draft> distinct, List<Draft> others) {
    Set<Draft> referred = new LinkedHashSet<>();
    for (Draft draft : others) {
      Draft whom = find(draft);
      if (whom != null) {
        referred.add(whom);
      }
    }
    Draft first = distinct.get(0);
    Draft second = distinct.get(1);
    String both = first.name() + " and " + second.name();
    if (referred.size() == 1) {
      patient = referred.iterator().next();
      sink.warning(
          "PX-0415",
          "The file holds several patients, "
              + both
              + "; all else is about "
              + patient.name()
              + ", who is read.",
          second.path(),
          second.place,
          null);
      return;
    }
    mixed = true;
    sink.error(
        "PX-0415",
        "The file holds "
            + distinct.size()
            + " patients, among them "
            + both
            + " (line "
            + first.place.line()
            + "), and only one can be screened.",
        second.path(),
        second.place,
        "Maybe export one patient a file?");
  }

  private void noPatient(List<Draft> others, String file) {
    Map<String, Draft> keys = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (Draft draft : others) {
      String key = References.key("Patient", draft.subject);
      if (key != null && keys.putIfAbsent(key, draft) == null) {
        order.add(key);
      }
    }
    if (order.size() > 1) {
      mixed = true;
      Draft second = keys.getOrDefault(order.get(1), others.getFirst());
      sink.error(
          "PX-0415",
          "The file is about "
              + order.size()
              + " people, among them "
              + order.get(0)
              + " and "
              + order.get(1)
              + ", and only one can be screened.",
          second.path() + ".subject",
          second.place,
          "Maybe export one patient a file?");
    } else if (order.size() == 1) {
      outside = order.getFirst();
      sink.warning(
          "PX-0421",
          "The file holds no Patient, so age and sex are not known.",
          "",
          Place.of(file),
          "Maybe export the Patient resource too?");
    }
  }

  private @Nullable Draft find(Draft draft) {
    String key = References.key("Patient", draft.subject);
    return key == null ? null : byKey.get(key);
  }

  /** Whether a resource is about the patient; one that does not say is. */
  boolean isAbout(Draft draft) {
    String key = References.key("Patient", draft.subject);
    if (key == null || patient == null) {
      return true;
    }
    Draft whom = byKey.get(key);
    if (whom == patient || (whom != null && whom.id != null && whom.id.equals(patient.id))) {
      return true;
    }
    sink.error(
        "PX-0416",
        draft.name()
            + " is about "
            + draft.subject
            + ", not about "
            + patient.name()
            + "; it is not used.",
        draft.path() + ".subject",
        draft.place,
        "Maybe two exports were joined?");
    return false;
  }

  @Nullable String id() {
    if (patient != null) {
      return patient.id;
    }
    return outside == null ? null : outside.substring(outside.indexOf('/') + 1);
  }
}
