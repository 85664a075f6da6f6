package org.percuta.clinic.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of a result; each answers one question. */
enum ResultPart {
  ANSWER("Your answer"),
  COURSE("The course and its dates"),
  CALENDAR("Getting ready and looking after it"),
  HEALING("What to expect, day by day"),
  RESULTS("Results, and how long they last"),
  COST("What it may cost"),
  ALTERNATIVES("Other treatments, and at home"),
  SAFETY("Before you agree, and who may do it");

  private final String title;

  ResultPart(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String address() {
    return this == ANSWER ? "/assess/result" : "/assess/result/" + key();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String template() {
    return "assessment/result-" + key();
  }

  static Optional<ResultPart> find(String key) {
    return List.of(values()).stream()
        .filter(part -> part != ANSWER && part.key().equals(key))
        .findFirst();
  }

  @Nullable ResultPart before() {
    return ordinal() == 0 ? null : values()[ordinal() - 1];
  }

  @Nullable ResultPart after() {
    return ordinal() + 1 == values().length ? null : values()[ordinal() + 1];
  }
}
