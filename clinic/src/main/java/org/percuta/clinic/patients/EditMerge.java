package org.percuta.clinic.patients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two people edited one record. What only one of them changed is taken from that one; what both
 * changed is asked.
 *
 * @param settled the value of every field nobody needs to be asked about
 * @param conflicts the fields both changed
 */
record EditMerge(Map<String, String> settled, List<Conflict> conflicts) {

  /** Both changed this field: what is saved now, and what the second editor typed. */
  record Conflict(String field, String name, String saved, String typed) {}

  /**
   * @param before what the second editor saw at first
   * @param typed what the second editor sent
   * @param saved what the record holds now
   */
  static EditMerge of(
      Map<String, String> before, Map<String, String> typed, Map<String, String> saved) {
    Map<String, String> settled = new LinkedHashMap<>();
    List<Conflict> conflicts = new ArrayList<>();
    PatientFields.NAMES.forEach((field, name) -> {
      String was = before.getOrDefault(field, "");
      String mine = typed.getOrDefault(field, "").strip();
      String theirs = saved.getOrDefault(field, "");
      if (mine.equals(theirs) || mine.equals(was)) {
        settled.put(field, theirs);
      } else if (theirs.equals(was)) {
        settled.put(field, mine);
      } else {
        conflicts.add(new Conflict(field, name, theirs, mine));
      }
    });
    return new EditMerge(settled, List.copyOf(conflicts));
  }
}
