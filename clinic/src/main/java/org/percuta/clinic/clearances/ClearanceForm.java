package org.percuta.clinic.clearances;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Clearance;
import org.percuta.protocol.model.Role;

/** Reads a clearance out of its form. */
final class ClearanceForm {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 2000;
  private static final int LONGEST_ID = 60;

  private ClearanceForm() {}

  /** Whose decision it is. */
  enum Giver {
    SELF,
    OUTSIDE
  }

  /** Roles somebody outside can have, in words; the first entry asks to choose. */
  static Map<String, String> roles() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("", "Choose…");
    words.put(Role.PRESCRIBER.name(), "The doctor who prescribed the medicine");
    words.put(Role.PHYSICIAN.name(), "Physician");
    words.put(Role.DERMATOLOGIST.name(), "Dermatologist");
    words.put(Role.ONCOLOGIST.name(), "Oncologist");
    words.put(Role.HAEMATOLOGIST.name(), "Haematologist");
    return words;
  }

  static Optional<Clearance> read(Actor actor, Form form, LocalDate today) {
    String about = form.text("about", "what is cleared", LONGEST_ID);
    Optional<Giver> giver = form.choice("giver", "whose decision it is", Giver.class);
    String by = actor.name();
    Optional<Role> role = Optional.of(Role.CLINICIAN);
    if (giver.orElse(Giver.SELF) == Giver.OUTSIDE) {
      by = form.text("by", "the name of who gave it", LONGEST_NAME);
      role = form.choice("role", "what this person is", Role.class);
      if (role.filter(one -> one == Role.CLINICIAN).isPresent()) {
        form.reject("role", "A clinician of this clinic records their own decision.");
      }
    }
    Optional<LocalDate> on = form.day("on", "the day it was given");
    on.filter(day -> day.isAfter(today))
        .ifPresent(day -> form.reject("on", Dates.day(day) + " has not come yet."));
    Optional<LocalDate> expires = form.day("expires", "the last day it counts");
    expires
        .filter(day -> day.isBefore(today))
        .ifPresent(day -> form.reject("expires", Dates.day(day) + " has passed."));
    String reason = form.text("reason", "the reason", LONGEST_REASON);
    if (!form.isValid() || role.isEmpty() || on.isEmpty() || expires.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Clearance(about, by, role.get(), on.get(), expires.get(), reason));
  }
}
