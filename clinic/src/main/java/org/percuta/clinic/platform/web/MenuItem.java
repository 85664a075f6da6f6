package org.percuta.clinic.platform.web;

import java.util.Set;
import org.percuta.clinic.platform.security.Role;

/**
 * One entry of the staff pages' top bar. A feature contributes its own as a bean.
 *
 * @param order place from the left; from {@link #RARER} on it is folded away when there are many
 * @param roles who sees it
 */
public record MenuItem(int order, String word, String address, Set<Role> roles) {

  static final int RARER = 60;

  public MenuItem {
    roles = Set.copyOf(roles);
  }
}
