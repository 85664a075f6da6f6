package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.fhir.read.CodeIndex.Entry;
import org.percuta.protocol.validate.Place;
import org.percuta.quantity.PartialDate;

/** A resource as read, before it is interpreted: only the elements that can matter. */
final class Draft {

  final Kind kind;
  final Place place;
  private final String base;
  private final int entry;
  private long seen;

  @Nullable String id;
  @Nullable String fullUrl;
  @Nullable String status;
  @Nullable String intent;
  @Nullable String clinicalStatus;
  @Nullable String verificationStatus;
  boolean doNotPerform;
  boolean basedOn;

  /** Whether there was any code at all, known to us or not. */
  boolean coded;

  List<Entry> meanings = List.of();
  @Nullable String medicationReference;
  @Nullable String subject;
  Set<String> sites = Set.of();

  /** The site that the code itself tells, as of a facial laceration. */
  @Nullable String siteOfCode;

  boolean elsewhere;

  @Nullable PartialDate began;
  @Nullable PartialDate ended;
  @Nullable Age beganAge;
  @Nullable Age endedAge;
  boolean abated;
  @Nullable PartialDate recorded;
  @Nullable PartialDate updated;
  @Nullable PartialDate supplied;
  int supplyDays;
  int repeats;

  @Nullable String answer;
  @Nullable Boolean yes;
  double quantity = Double.NaN;
  @Nullable String unit;

  /** The codes that mean something, as they stand in the file. */
  List<FhirReading.Code> codes = List.of();

  FhirReading.@Nullable Name humanName;
  int nameRank;
  @Nullable PartialDate birthDate;
  @Nullable String gender;
  boolean deceased;

  @Nullable Map<String, List<Entry>> contained;
  @Nullable Answers answers;

  /**
   * @param base the path, or that of the bundle where the resource stands in an entry
   * @param entry index of the entry, -1 if it stands in none
   */
  Draft(Kind kind, String base, int entry, Place place) {
    this.kind = kind;
    this.base = base;
    this.entry = entry;
    this.place = place;
  }

  /** The path as FHIRPath writes it; built only when something is to be said about it. */
  String path() {
    return entry < 0 ? base : base + ".entry[" + entry + "].resource";
  }

  /** One thing is said in a few code systems; what a page shows of it need not be more. */
  private static final int MOST_CODES = 50;

  /** Notes an element, and tells whether it is there for the first time. */
  boolean isNew(Field field) {
    long bit = 1L << field.ordinal();
    boolean first = (seen & bit) == 0;
    seen |= bit;
    return first;
  }

  void mean(Entry meaning) {
    if (meanings.isEmpty()) {
      meanings = new ArrayList<>(1);
    }
    if (!meanings.contains(meaning)) {
      meanings.add(meaning);
    }
  }

  void code(FhirReading.Code code) {
    if (codes.isEmpty()) {
      codes = new ArrayList<>(1);
    }
    if (codes.size() < MOST_CODES && !codes.contains(code)) {
      codes.add(code);
    }
  }

  void at(String site) {
    if (sites.isEmpty()) {
      sites = new LinkedHashSet<>(2);
    }
    sites.add(site);
  }

  /** An age in whole years or less, as FHIR {@code Age}. */
  record Age(double value, String unit) {}

  void contain(String containedId, List<Entry> meaningsOfIt) {
    if (contained == null) {
      contained = new HashMap<>();
    }
    contained.put(containedId, meaningsOfIt);
  }

  /** {@code Condition/42 (file.json:120)}, as a reason shows it. */
  String where() {
    return name() + " (" + place.file() + ":" + place.line() + ")";
  }

  String name() {
    return id == null ? kind.type : kind.type + "/" + id;
  }
}
