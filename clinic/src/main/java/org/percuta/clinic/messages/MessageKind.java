package org.percuta.clinic.messages;

/** What a message is about. */
enum MessageKind {
  PREPARATION("Preparation"),
  AFTERCARE("Aftercare"),
  CONFIRMATION("Appointment"),
  REMINDER("Reminder"),
  LINK("Sign-in link");

  private final String word;

  MessageKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
