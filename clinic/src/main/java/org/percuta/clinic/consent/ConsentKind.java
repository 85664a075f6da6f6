package org.percuta.clinic.consent;

/** What is agreed to. Each is signed apart, so that a no to one is not a no to another. */
public enum ConsentKind {
  TREATMENT("Treatment"),
  PHOTO("Photographs for the record"),
  MARKETING("Photographs shown to others");

  private final String word;

  ConsentKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
