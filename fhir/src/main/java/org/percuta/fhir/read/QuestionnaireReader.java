package org.percuta.fhir.read;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.fhir.read.Answers.About;
import org.percuta.fhir.read.CodeIndex.Entry;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.validate.Nearest;
import org.percuta.quantity.PartialDate;
import tools.jackson.core.JsonToken;

/**
 * Reads the items of a QuestionnaireResponse whose {@code linkId} is a fact key, or a fact key with
 * {@code .since}, {@code .until}, {@code .last}, {@code .prescribed} or {@code .site}, at any
 * level.
 */
final class QuestionnaireReader {

  private static final Set<String> DETAILS = Set.of("since", "until", "last", "prescribed", "site");
  private static final int LONG_ENOUGH_TO_GUESS = 5;

  private final Map<String, FactDefinition> facts;
  private final CodeIndex codes;

  QuestionnaireReader(Map<String, FactDefinition> facts, CodeIndex codes) {
    this.facts = facts;
    this.codes = codes;
  }

  /** One answer of an item: at most one of these is present. */
  private static final class Value {
    @Nullable Boolean truth;
    @Nullable String word;
    @Nullable Entry entry;
    @Nullable PartialDate date;
    @Nullable String site;
    boolean any;
  }

  void items(Cursor at, TypeReader types, Answers answers) {
    types.each(() -> item(at, types, answers));
  }

  private void item(Cursor at, TypeReader types, Answers answers) {
    if (!at.isObject()) {
      return;
    }
    long start = at.offset();
    String linkId = null;
    while (at.parser.nextToken() != JsonToken.END_OBJECT) {
      String name = at.parser.currentName();
      at.parser.nextToken();
      switch (name) {
        case "linkId" -> linkId = at.text();
        case "item" -> items(at, types, answers);
        case "answer" -> {
          String link = linkId == null ? at.ahead(start, "linkId") : linkId;
          if (link == null) {
            at.complain("PX-0412", "An item answers without a linkId.", null);
            at.parser.skipChildren();
          } else {
            types.each(() -> answer(at, types, link, answers));
          }
        }
        default -> at.parser.skipChildren();
      }
    }
  }

  private void answer(Cursor at, TypeReader types, String linkId, Answers answers) {
    if (!at.isObject()) {
      return;
    }
    String detail = detailOf(linkId);
    String fact = detail.isEmpty() ? linkId : linkId.substring(0, linkId.lastIndexOf('.'));
    boolean known = facts.containsKey(fact);
    Value value = new Value();
    while (at.parser.nextToken() != JsonToken.END_OBJECT) {
      String name = at.parser.currentName();
      at.parser.nextToken();
      if (name.equals("item")) {
        items(at, types, answers);
      } else if (known) {
        value(at, types, name, detail, value);
      } else {
        at.parser.skipChildren();
      }
    }
    if (known && value.any) {
      take(at, answers.about(fact), detail, value);
    } else if (!known) {
      guess(at, fact);
    }
  }

  private String detailOf(String linkId) {
    int dot = linkId.lastIndexOf('.');
    String detail = dot < 0 ? "" : linkId.substring(dot + 1);
    return DETAILS.contains(detail) ? detail : "";
  }

  private void value(Cursor at, TypeReader types, String name, String detail, Value value) {
    value.any |= name.startsWith("value");
    switch (name) {
      case "valueBoolean" -> value.truth = at.truth();
      case "valueDate", "valueDateTime" -> value.date = at.date();
      case "valueString" -> {
        if (detail.equals("since") || detail.equals("until") || detail.equals("last")) {
          value.date = at.date();
        } else {
          String text = at.text();
          value.word = text;
          value.site = text == null ? null : codes.siteOfText(text);
        }
      }
      case "valueCoding" ->
          types.coding(
              true,
              (system, code, text) -> {
                value.word = code;
                value.entry = system == null || code == null ? null : codes.find(system, code);
                value.site = types.site(codes, system, code, text == null ? code : text);
                if (value.site == null && code != null) {
                  value.site = codes.siteOfText(code);
                }
              });
      default -> at.parser.skipChildren();
    }
  }

  private static void take(Cursor at, About about, String detail, Value value) {
    switch (detail) {
      case "since" -> about.since = date(at, value, about.since);
      case "until" -> about.until = date(at, value, about.until);
      case "last" -> about.last = date(at, value, about.last);
      case "prescribed" -> {
        Answer prescribed = answerOf(value);
        about.prescribed =
            prescribed == Answer.YES
                ? Boolean.TRUE
                : prescribed == Answer.NO ? Boolean.FALSE : about.prescribed;
      }
      case "site" -> {
        if (value.site == null) {
          about.elsewhere = true;
        } else {
          about.sites.add(value.site);
        }
      }
      default -> {
        Answer answer = answerOf(value);
        if (answer == null) {
          at.complain(
              "PX-0424",
              "The answer"
                  + (value.word == null ? "" : " '" + value.word + "'")
                  + " is neither yes, no nor unknown.",
              "Maybe answer with true, false, or a coding with the code yes, no or unknown?");
        }
        about.answer = riskier(about.answer, answer == null ? Answer.UNKNOWN : answer);
      }
    }
  }

  private static @Nullable PartialDate date(Cursor at, Value value, @Nullable PartialDate before) {
    if (value.date == null && (value.truth != null || value.word != null)) {
      at.complain("PX-0413", "Here should stand a date.", "Maybe use valueDate, as 2026-11-21?");
    }
    return PartialDates.later(before, value.date);
  }

  private static @Nullable Answer answerOf(Value value) {
    if (value.truth != null) {
      return value.truth ? Answer.YES : Answer.NO;
    }
    if (value.entry != null && value.entry.answer != null) {
      return CodeIndex.answerOf(value.entry.answer);
    }
    return value.word == null ? null : CodeIndex.answerOf(value.word.toLowerCase(Locale.ROOT));
  }

  /** Where one question was answered twice, the riskier answer holds. */
  private static Answer riskier(@Nullable Answer a, Answer b) {
    if (a == null || a == b) {
      return b;
    }
    if (a == Answer.YES || b == Answer.YES) {
      return Answer.YES;
    }
    return Answer.UNKNOWN;
  }

  private void guess(Cursor at, String fact) {
    if (fact.length() >= LONG_ENOUGH_TO_GUESS) {
      Nearest.find(fact, facts.keySet())
          .ifPresent(near ->
              at.sink.warning(
                  "PX-0423",
                  "linkId '" + fact + "' is no fact we know, so its answer is not used.",
                  at.path(),
                  at.place(),
                  "Maybe " + near + "?"));
    }
  }
}
