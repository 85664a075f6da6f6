package org.percuta.clinic.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Site;
import org.percuta.quantity.PartialDate;

/** Questions and answers in words. */
final class AnswerWords {

  private static final String NOT_KNOWN = "I don\u2019t know";

  private final Knowledge knowledge;

  AnswerWords(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  String question(String key) {
    FactDefinition fact = knowledge.facts().get(key);
    if (fact != null) {
      return fact.question();
    }
    return switch (key) {
      case Answers.BORN -> "When were you born?";
      case Answers.PHOTOTYPE -> "What does the sun do to your skin?";
      default -> "How much do you weigh?";
    };
  }

  String why(String key) {
    FactDefinition fact = knowledge.facts().get(key);
    if (fact != null) {
      return fact.why();
    }
    return switch (key) {
      case Answers.BORN ->
          "Some steps depend on age: who may agree to it, and how much numbing cream is safe.";
      case Answers.PHOTOTYPE ->
          "Every skin colour can be treated. How skin reacts to the sun tells how easily it makes dark marks, so how careful to be.";
      default -> "The safe amount of numbing cream depends on weight.";
    };
  }

  /** For example {@code acne scars on the cheeks}. */
  String goal(Goal goal) {
    return concern(goal) + ", " + site(goal.site()).toLowerCase(Locale.ROOT);
  }

  String concern(Goal goal) {
    Concern concern = knowledge.concerns().get(goal.concern());
    return concern == null ? goal.concern() : concern.label();
  }

  String site(String id) {
    Site site = knowledge.sites().get(id);
    return site == null ? id : site.label();
  }

  /** What is still open, by name; for example {@code Blood thinner}. */
  String label(String key) {
    FactDefinition fact = knowledge.facts().get(key);
    return fact != null ? fact.label() : question(key);
  }

  CheckView.Row row(String key, Reply reply) {
    return new CheckView.Row(key, question(key), answer(reply), details(key, reply));
  }

  private static String answer(Reply reply) {
    return switch (reply) {
      case Reply.Born(PartialDate on) -> on == null ? "Not said" : Dates.partial(on);
      case Reply.Phototype(Integer type) ->
          type == null ? NOT_KNOWN : QuestionView.SkinType.ALL.get(type - 1).words();
      case Reply.Weight(Double kilograms) ->
          kilograms == null ? NOT_KNOWN : plain(kilograms) + " kilograms";
      case Reply.OfFact fact -> word(fact.answer());
    };
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case YES -> "Yes";
      case NO -> "No";
      case UNKNOWN -> NOT_KNOWN;
    };
  }

  private List<String> details(String key, Reply reply) {
    FactDefinition asked = knowledge.facts().get(key);
    if (asked == null || !(reply instanceof Reply.OfFact fact) || fact.answer() != Answer.YES) {
      return List.of();
    }
    List<String> details = new ArrayList<>();
    for (Detail detail : asked.details()) {
      details.add(
          switch (detail) {
            case SINCE -> "Since: " + orNotSaid(fact.since());
            case UNTIL ->
                fact.until() == null ? "Not ended" : "Until: " + Dates.partial(fact.until());
            case LAST -> "Last time: " + orNotSaid(fact.last());
            case SITE ->
                "Where: "
                    + (fact.site() == null
                        ? "more than one place, or not sure"
                        : site(fact.site()));
            case PRESCRIBED ->
                fact.supply() == null
                    ? "Prescribed: not sure"
                    : fact.supply() == Supply.PRESCRIBED
                        ? "Prescribed by a doctor"
                        : "Bought without a prescription";
          });
    }
    return details;
  }

  private static String orNotSaid(@org.jspecify.annotations.Nullable PartialDate date) {
    return date == null ? "not said" : Dates.partial(date);
  }
}
