package org.percuta.clinic.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One more way for staff to sign in, beside the password. A feature contributes its own. */
public interface SignInWay {

  /** Place below the password, the least first. */
  int order();

  /** What the sign-in page shows; empty when it is off or cannot work at this address. */
  Optional<Offer> offer(HttpServletRequest request);

  /** Where a person looks after what this way needs, shown beside the own password. */
  default Optional<Link> ownPage(HttpServletRequest request) {
    return Optional.empty();
  }

  /** A page of the person who is signed in. */
  record Link(String word, String address) {}

  /** How a way begins. */
  sealed interface Offer {

    /** Names the way in the page; a fault of the form under this name is shown beside it. */
    String id();

    /** On the button. */
    String word();

    /** A page that leads on, also without JavaScript. */
    record Page(String id, String word, String address) implements Offer {}

    /**
     * The browser signs with a key; shown only where a script runs.
     *
     * @param address gives the question to sign, and takes the answer as a form
     */
    record Device(String id, String word, String address) implements Offer {}
  }
}
