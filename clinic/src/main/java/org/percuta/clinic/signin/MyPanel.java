package org.percuta.clinic.signin;

import java.util.List;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.platform.security.Actor;

/** A feature's part of a patient's own page. Called within the clinic's transaction. */
public interface MyPanel {

  /** Place on the page, the least first. */
  int order();

  Panel of(Actor actor, Patient patient);

  /**
   * @param text may have lines of its own
   */
  record Line(String title, String text) {}

  /**
   * @param empty what to say when there are no lines
   */
  record Panel(String title, List<Line> lines, String empty) {}
}
