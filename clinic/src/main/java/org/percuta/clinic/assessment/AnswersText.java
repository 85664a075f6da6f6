package org.percuta.clinic.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.Knowledge;
import org.percuta.quantity.PartialDate;

/**
 * Answers as a short text and back: a line for the goal, then a line a question. Whatever cannot be
 * read, or is no longer part of the knowledge, is left out, and its question is asked again.
 */
final class AnswersText {

  private static final String GOAL = "goal";
  private static final int PARTS = 7;
  private static final double LEAST_KG = 20;
  private static final double MOST_KG = 400;

  private final Knowledge knowledge;

  AnswersText(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  static String write(Answers answers) {
    StringBuilder text = new StringBuilder();
    text.append(GOAL).append('=');
    text.append(orEmpty(answers.concern())).append('@').append(orEmpty(answers.site()));
    answers
        .replies()
        .forEach((key, reply) -> text.append('\n').append(key).append('=').append(write(reply)));
    return text.toString();
  }

  private static String write(Reply reply) {
    return switch (reply) {
      case Reply.Born(PartialDate on) -> orEmpty(on);
      case Reply.Phototype(Integer type) -> orEmpty(type);
      case Reply.Weight(Double kilograms) -> orEmpty(kilograms);
      case Reply.OfFact fact ->
          String.join(
              "|",
              fact.answer().name(),
              orEmpty(fact.since()),
              orEmpty(fact.until()),
              orEmpty(fact.last()),
              orEmpty(fact.supply()),
              orEmpty(fact.site()),
              fact.whole() ? "" : "?");
    };
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  Answers read(String text) {
    String concern = null;
    String site = null;
    Map<String, Reply> replies = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals <= 0) {
        continue;
      }
      String key = line.substring(0, equals);
      String value = line.substring(equals + 1);
      if (key.equals(GOAL)) {
        int at = value.indexOf('@');
        concern = offered(at < 0 ? value : value.substring(0, at));
        site = at < 0 ? null : known(value.substring(at + 1), knowledge.sites());
      } else {
        Reply reply = reply(key, value);
        if (reply != null) {
          replies.put(key, reply);
        }
      }
    }
    return new Answers(concern, concern == null ? null : site, replies);
  }

  private @Nullable Reply reply(String key, String value) {
    try {
      return switch (key) {
        case Answers.BORN -> new Reply.Born(optional(value, PartialDate::parse));
        case Answers.PHOTOTYPE ->
            new Reply.Phototype(optional(value, text -> (int) within(text, 1, 6)));
        case Answers.WEIGHT ->
            new Reply.Weight(optional(value, text -> within(text, LEAST_KG, MOST_KG)));
        default -> knowledge.facts().containsKey(key) ? fact(value) : null;
      };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Reply fact(String value) {
    List<String> parts = List.of(value.split("\\|", -1));
    if (parts.size() != PARTS) {
      throw new IllegalArgumentException(value);
    }
    return new Reply.OfFact(
        Answer.valueOf(parts.get(0)),
        optional(parts.get(1), PartialDate::parse),
        optional(parts.get(2), PartialDate::parse),
        optional(parts.get(3), PartialDate::parse),
        optional(parts.get(4), Supply::valueOf),
        known(parts.get(5), knowledge.sites()),
        parts.get(6).isEmpty());
  }

  private @Nullable String offered(String id) {
    Concern concern = knowledge.concerns().get(id);
    return concern != null && concern.bookable() ? id : null;
  }

  private static @Nullable String known(String id, Map<String, ?> all) {
    return all.containsKey(id) ? id : null;
  }

  private static double within(String text, double least, double most) {
    double number = Double.parseDouble(text);
    if (!(number >= least && number <= most)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static <T> @Nullable T optional(String text, Function<String, T> reader) {
    return text.isEmpty() ? null : reader.apply(text);
  }
}
