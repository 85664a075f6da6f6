package org.percuta.clinic.understand;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages that explain. */
enum Topic {
  MECHANISM("How it works", "What needles do to skin, how deep they go, and what it cannot do."),
  BENEFITS("What may improve", "What each concern can hope for, and what nobody can promise."),
  DEVICES("Devices", "Pens, rollers and others: what they are and what we plan with."),
  RISKS(
      "Risks, before you agree", "What can go wrong, and what you should know before you say yes."),
  COSTS("What it costs", "Price ranges from articles, and what moves a price."),
  PRACTITIONERS("Who may do it", "Who should treat you, and what to ask."),
  EVIDENCE("The evidence", "The studies, and whether they say what they are cited for."),
  COMPARISONS(
      "Other treatments, and at home", "Laser, heat, polishing, rollers and peels, side by side."),
  RECOVERY("Healing and warning signs", "What is expected day by day, and when to call."),
  DISAGREEMENTS(
      "Where sources differ", "Both sides of every disagreement, and what we do about it.");

  private final String title;
  private final String about;

  Topic(String title, String about) {
    this.title = title;
    this.about = about;
  }

  String title() {
    return title;
  }

  String about() {
    return about;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Topic> find(String key) {
    return List.of(values()).stream().filter(topic -> topic.key().equals(key)).findFirst();
  }
}
