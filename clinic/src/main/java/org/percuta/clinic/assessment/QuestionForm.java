package org.percuta.clinic.assessment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.Knowledge;
import org.percuta.quantity.PartialDate;

/** One question as a form: an answer becomes fields, and fields become an answer or faults. */
final class QuestionForm {

  static final String ANSWER = "answer";
  static final String UNSURE = "unsure";

  private static final double LEAST_KG = 20;
  private static final double MOST_KG = 400;

  private final Knowledge knowledge;
  private final LocalDate today;

  QuestionForm(Knowledge knowledge, LocalDate today) {
    this.knowledge = knowledge;
    this.today = today;
  }

  /** The fields as the answer left them. */
  static Form fill(@Nullable Reply reply) {
    Map<String, String> typed = new LinkedHashMap<>();
    switch (reply) {
      case null -> {}
      case Reply.Born(PartialDate on) -> DateFields.put(typed, "born", on);
      case Reply.Phototype(Integer type) ->
          typed.put(ANSWER, type == null ? UNSURE : String.valueOf(type));
      case Reply.Weight(Double kilograms) ->
          typed.put(ANSWER, kilograms == null ? "" : plain(kilograms));
      case Reply.OfFact fact -> {
        typed.put(ANSWER, word(fact.answer()));
        DateFields.put(typed, "since", fact.since());
        DateFields.put(typed, "until", fact.until());
        DateFields.put(typed, "last", fact.last());
        if (fact.supply() != null) {
          typed.put("prescribed", fact.supply() == Supply.PRESCRIBED ? "yes" : "no");
        }
        if (fact.site() != null) {
          typed.put("place", fact.site());
        }
      }
    }
    return Form.of(typed);
  }

  /** The answer, or empty and the faults are in the form. */
  Optional<Reply> read(String key, Form form) {
    Optional<Reply> reply =
        switch (key) {
          case Answers.BORN -> born(form);
          case Answers.PHOTOTYPE -> phototype(form);
          case Answers.WEIGHT -> weight(form);
          default -> fact(java.util.Objects.requireNonNull(knowledge.facts().get(key)), form);
        };
    return form.isValid() ? reply : Optional.empty();
  }

  private Optional<Reply> born(Form form) {
    if (form.is(UNSURE, "yes")) {
      return Optional.of(new Reply.Born(null));
    }
    PartialDate born = DateFields.read(form, "born", "Your date of birth", today);
    if (born == null) {
      form.reject(
          "born-day",
          "Enter your date of birth, or choose \u201cI don\u2019t know, or would rather not say\u201d.");
    }
    return Optional.of(new Reply.Born(born));
  }

  private static Optional<Reply> phototype(Form form) {
    String typed = form.value(ANSWER);
    if (typed.equals(UNSURE)) {
      return Optional.of(new Reply.Phototype(null));
    }
    if (!typed.matches("[1-6]")) {
      form.reject(ANSWER, "Choose the line that fits you best, or \u201cI don\u2019t know\u201d.");
      return Optional.empty();
    }
    return Optional.of(new Reply.Phototype(Integer.valueOf(typed)));
  }

  private static Optional<Reply> weight(Form form) {
    if (form.is(UNSURE, "yes")) {
      return Optional.of(new Reply.Weight(null));
    }
    String typed = form.value(ANSWER).strip().replace(',', '.');
    if (!typed.matches("\\d{1,3}(\\.\\d{1,2})?")) {
      form.reject(
          ANSWER,
          "Enter your weight in kilograms, such as 62, or choose \u201cI don\u2019t know\u201d.");
      return Optional.empty();
    }
    double kilograms = Double.parseDouble(typed);
    if (kilograms < LEAST_KG || kilograms > MOST_KG) {
      form.reject(ANSWER, "Your weight must be from 20 to 400 kilograms.");
    }
    return Optional.of(new Reply.Weight(kilograms));
  }

  private Optional<Reply> fact(FactDefinition fact, Form form) {
    Answer answer = answer(form.value(ANSWER));
    if (answer == null) {
      form.reject(ANSWER, "Choose yes, no or \u201cI don\u2019t know\u201d.");
      return Optional.empty();
    }
    if (answer != Answer.YES) {
      return Optional.of(Reply.OfFact.plain(answer));
    }
    PartialDate since = date(fact, Detail.SINCE, form, "since", "The date it began", today);
    PartialDate until = date(fact, Detail.UNTIL, form, "until", "The date it ended", null);
    PartialDate last = date(fact, Detail.LAST, form, "last", "The last time", today);
    if (since != null && isBefore(until, since)) {
      form.reject("until-year", "It cannot end before it began. Check both dates.");
    }
    if (since != null && isBefore(last, since)) {
      form.reject("last-year", "The last time cannot be before it began. Check both dates.");
    }
    return Optional.of(
        new Reply.OfFact(answer, since, until, last, supply(fact, form), place(fact, form), true));
  }

  private static boolean isBefore(@Nullable PartialDate end, PartialDate since) {
    return end != null && end.latest().isBefore(since.earliest());
  }

  private static @Nullable PartialDate date(
      FactDefinition fact,
      Detail detail,
      Form form,
      String name,
      String words,
      @Nullable LocalDate notAfter) {
    return fact.details().contains(detail) ? DateFields.read(form, name, words, notAfter) : null;
  }

  private static @Nullable Supply supply(FactDefinition fact, Form form) {
    if (!fact.details().contains(Detail.PRESCRIBED)) {
      return null;
    }
    return switch (form.value("prescribed")) {
      case "yes" -> Supply.PRESCRIBED;
      case "no" -> Supply.BOUGHT;
      case "unknown", "" -> null;
      default -> {
        form.reject("prescribed", "Choose yes, no or \u201cI don\u2019t know\u201d.");
        yield null;
      }
    };
  }

  private @Nullable String place(FactDefinition fact, Form form) {
    String typed = form.value("place");
    if (!fact.details().contains(Detail.SITE) || typed.isEmpty()) {
      return null;
    }
    if (!knowledge.sites().containsKey(typed)) {
      form.reject(
          "place",
          "Choose a place from the list, or \u201cMore than one place, or not sure\u201d.");
      return null;
    }
    return typed;
  }

  /** The answer of a choice, or null when it is none. */
  static @Nullable Answer answer(String word) {
    return switch (word) {
      case "yes" -> Answer.YES;
      case "no" -> Answer.NO;
      case "unknown" -> Answer.UNKNOWN;
      default -> null;
    };
  }

  static String word(Answer answer) {
    return switch (answer) {
      case YES -> "yes";
      case NO -> "no";
      case UNKNOWN -> "unknown";
    };
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
