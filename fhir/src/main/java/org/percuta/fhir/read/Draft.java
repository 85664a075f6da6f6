package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.EnumSet;
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
  final String path;
  final Place place;
  final EnumSet<Field> seen = EnumSet.noneOf(Field.class);

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

  final List<Entry> meanings = new ArrayList<>(1);
  @Nullable String medicationReference;
  @Nullable String subject;
  final Set<String> sites = new LinkedHashSet<>(2);
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

  @Nullable PartialDate birthDate;
  @Nullable String gender;
  boolean deceased;

  @Nullable Map<String, List<Entry>> contained;
  @Nullable Answers answers;

  Draft(Kind kind, String path, Place place) {
    this.kind = kind;
    this.path = path;
    this.place = place;
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
