package org.percuta.clinic.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.percuta.protocol.model.FactDefinition;

/** Questions that are asked on one page, because somebody thinks of them together. */
public enum Topic {
  SKIN,
  HEALTH,
  MEDICINES,
  ALLERGIES,
  TREATMENTS,
  HABITS;

  /** As an address names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Topic> named(String id) {
    return Arrays.stream(values()).filter(topic -> topic.id().equals(id)).findFirst();
  }

  public static Topic of(FactDefinition fact) {
    return switch (fact.group()) {
      case CONDITIONS -> fact.sited() ? SKIN : HEALTH;
      case MEDICATIONS -> MEDICINES;
      case ALLERGIES -> ALLERGIES;
      case PROCEDURES -> TREATMENTS;
      case HABITS -> HABITS;
    };
  }
}
