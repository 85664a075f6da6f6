package org.percuta.protocol.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Rule;
import org.percuta.quantity.PartialDate;

/** What a reason rests on, in words. */
final class Wording {

  private Wording() {}

  static Reason reason(Rule rule, Standing standing, Until until) {
    List<String> facts = new ArrayList<>();
    standing.evidence().forEach(statement -> facts.add(describe(statement)));
    standing
        .against()
        .forEach(statement ->
            facts.add(
                statement.fact() + ": no (" + statement.where() + "), the riskier answer holds"));
    return new Reason(rule, List.copyOf(facts), until, false);
  }

  static Reason precaution(Rule rule, Standing standing) {
    List<String> facts =
        standing.missing().stream()
            .map(missing -> missing.fact() + ": unknown")
            .distinct()
            .toList();
    return new Reason(rule, facts, new Until.Resolved(), true);
  }

  private static String describe(FactStatement statement) {
    StringBuilder text = new StringBuilder(statement.fact());
    text.append(": ").append(statement.answer() == Answer.NO ? "not now" : "yes");
    append(text, " at ", statement.site());
    append(text, ", since ", statement.since());
    append(text, ", until ", statement.until());
    append(text, ", last ", statement.last());
    if (statement.supply() != null) {
      text.append(", ").append(statement.supply().name().toLowerCase(Locale.ROOT));
    }
    return text.append(" (").append(statement.where()).append(')').toString();
  }

  private static void append(StringBuilder text, String words, @Nullable Object value) {
    if (value instanceof PartialDate || value instanceof String) {
      text.append(words).append(value);
    }
  }
}
