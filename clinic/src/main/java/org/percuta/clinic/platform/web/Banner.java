package org.percuta.clinic.platform.web;

import java.util.Optional;
import org.percuta.clinic.platform.security.Actor;

/**
 * A feature's line above every staff page, for what must not be missed. Asked while a page is
 * shown, outside of any transaction: it answers from memory.
 */
public interface Banner {

  Optional<Words> of(Actor actor);

  /** What is so, and where to go. */
  record Words(String words, String action, String address) {}
}
