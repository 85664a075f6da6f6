package org.percuta.clinic.platform.web;

import java.util.List;
import java.util.Set;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;

/** A feature's part of the staff page of today. Called within the clinic's transaction. */
public interface TodayPanel {

  /** Place on the page, the least first. */
  int order();

  /** Who sees it. */
  Set<Role> roles();

  Panel of(Actor actor);

  /** One line, which leads somewhere. */
  record Line(String word, String detail, String address) {}

  /**
   * @param empty what to say, and to do first, when there are no lines
   */
  record Panel(String title, List<Line> lines, String empty, String address, String action) {}
}
