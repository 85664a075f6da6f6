package org.percuta.clinic.messages;

/** What a mail server made of a message. Reasons name no patient and no address. */
sealed interface Sending {

  /** The server has taken it over. */
  record Sent() implements Sending {}

  /** It was not sent; another try may work. */
  record Later(String reason) implements Sending {}

  /** It was not sent, and will not be as it is. */
  record Refused(String reason) implements Sending {}

  /** Nobody can say whether the server has taken it over. */
  record Unsure(String reason) implements Sending {}
}
