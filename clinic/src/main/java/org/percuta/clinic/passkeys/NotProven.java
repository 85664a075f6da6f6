package org.percuta.clinic.passkeys;

/** What a device sent is no proof. */
final class NotProven extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean copied;

  NotProven(String why, boolean copied) {
    super(why);
    this.copied = copied;
  }

  /** Whether its count of signatures went back, as that of a copied key does. */
  boolean isCopied() {
    return copied;
  }

  /** Why, in a few words for the audit. */
  String why() {
    return String.valueOf(getMessage());
  }
}
