package org.percuta.clinic.oidc;

import java.util.Optional;

/**
 * A sign-in on its way, which the browser keeps sealed.
 *
 * @param state comes back in the address: the answer is to this browser's question
 * @param nonce comes back in the token: the token was made for this sign-in
 * @param verifier shown with the code only: whoever steals the code cannot use it (PKCE, RFC 7636)
 */
record Pending(String state, String nonce, String verifier) {

  private static final int PARTS = 3;

  String text() {
    return state + "\n" + nonce + "\n" + verifier;
  }

  static Optional<Pending> of(String text) {
    String[] parts = text.split("\n");
    return parts.length == PARTS
        ? Optional.of(new Pending(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
