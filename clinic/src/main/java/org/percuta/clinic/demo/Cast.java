package org.percuta.clinic.demo;

import java.util.List;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;

/**
 * Who works in the fictional clinic.
 *
 * @param treating the clinicians first, then the practitioners
 */
record Cast(Actor owner, Actor desk, List<Actor> treating) {

  /** Somebody to be hired. */
  record Hire(String name, String email, Role role) {}

  static final List<Hire> HIRES =
      List.of(
          new Hire("Ottilie Fennimore", "owner@example.org", Role.OWNER),
          new Hire("Dr Priya Marlowe", "clinician@example.org", Role.CLINICIAN),
          new Hire("Dr Tomasz Hollin", "tomasz@example.org", Role.CLINICIAN),
          new Hire("Grace Adefinch", "practitioner@example.org", Role.PRACTITIONER),
          new Hire("Luca Sorrelby", "luca@example.org", Role.PRACTITIONER),
          new Hire("Mei Tansywood", "mei@example.org", Role.PRACTITIONER),
          new Hire("Samir Brackenow", "desk@example.org", Role.FRONT_DESK),
          new Hire("Ruth Quillane", "auditor@example.org", Role.AUDITOR));

  Cast {
    treating = List.copyOf(treating);
  }

  List<Actor> clinicians() {
    return treating.stream().filter(one -> one.is(Role.CLINICIAN)).toList();
  }

  List<Actor> practitioners() {
    return treating.stream().filter(one -> one.is(Role.PRACTITIONER)).toList();
  }
}
