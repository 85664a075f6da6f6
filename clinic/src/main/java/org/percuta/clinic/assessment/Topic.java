package org.percuta.clinic.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.percuta.protocol.model.FactDefinition;

/** Questions that are asked on one page, because somebody thinks of them together. */
enum Topic {
  SKIN("Your skin"),
  HEALTH("Your health"),
  MEDICINES("Your medicines"),
  ALLERGIES("Allergies"),
  TREATMENTS("Treatments you have had"),
  HABITS("Your skincare and habits");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Topic> named(String id) {
    return Arrays.stream(values()).filter(topic -> topic.id().equals(id)).findFirst();
  }

  static Topic of(FactDefinition fact) {
    return switch (fact.group()) {
      case CONDITIONS -> fact.sited() ? SKIN : HEALTH;
      case MEDICATIONS -> MEDICINES;
      case ALLERGIES -> ALLERGIES;
      case PROCEDURES -> TREATMENTS;
      case HABITS -> HABITS;
    };
  }
}
