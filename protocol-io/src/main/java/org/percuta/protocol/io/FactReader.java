package org.percuta.protocol.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Knowledge;
import org.percuta.quantity.PartialDate;

/** Reads the {@code facts} of an intake file. */
final class FactReader {

  private static final Set<String> KEYS =
      Set.of("answer", "site", "since", "until", "last", "prescribed", "recorded");

  private final Knowledge knowledge;
  private final Findings findings;
  private final Fields fields;

  FactReader(Knowledge knowledge, Findings findings, Fields fields) {
    this.knowledge = knowledge;
    this.findings = findings;
    this.fields = fields;
  }

  List<FactStatement> read(@Nullable Node node) {
    List<FactStatement> statements = new ArrayList<>();
    if (node == null) {
      return statements;
    }
    if (!(node instanceof Node.MapNode map)) {
      findings.error(
          "PX-0114",
          "Here should stand a map of facts, not " + node.kind() + ".",
          "facts",
          node.place(),
          "Maybe write pregnant: no?");
      return statements;
    }
    map.entries()
        .forEach((key, entry) -> {
          FactDefinition fact = knowledge.facts().get(key);
          if (fact == null) {
            fields.unknownKey("facts", key, entry.keyPlace(), knowledge.facts().keySet());
          } else if (entry.value() instanceof Node.ListNode list) {
            list.items().forEach(item -> one(fact, item).ifPresent(statements::add));
          } else {
            one(fact, entry.value()).ifPresent(statements::add);
          }
        });
    return statements;
  }

  private Optional<FactStatement> one(FactDefinition fact, Node node) {
    if (node instanceof Node.ScalarNode scalar) {
      return answer(fact, scalar)
          .map(answer ->
              statement(fact, answer, null, null, null, null, null, Origin.ANSWERED, scalar));
    }
    Node.MapNode map = fields.map(node, fact.id(), KEYS);
    if (map == null) {
      return Optional.empty();
    }
    PartialDate since = fields.date(map, "since");
    PartialDate until = fields.date(map, "until");
    PartialDate last = fields.date(map, "last");
    checkOrder(fact, map, since, until);
    checkOrder(fact, map, since, last);
    Condition.Supply supply = supply(fact, map);
    String site = site(fact, map);
    Answer answer = null;
    if (map.get("answer") instanceof Node.ScalarNode scalar) {
      answer = answer(fact, scalar).orElse(null);
    } else if (map.get("answer") == null && (last != null || since != null || until != null)) {
      // A dated fact without an answer says that it happened.
      answer = Answer.YES;
    } else {
      findings.error(
          "PX-0210", "The answer is missing.", fact.id(), map.place(), "Maybe answer: yes?");
    }
    return Optional.ofNullable(answer)
        .map(a -> statement(fact, a, site, since, until, last, supply, origin(fact, map), map));
  }

  private static FactStatement statement(
      FactDefinition fact,
      Answer answer,
      @Nullable String site,
      @Nullable PartialDate since,
      @Nullable PartialDate until,
      @Nullable PartialDate last,
      Condition.@Nullable Supply supply,
      Origin origin,
      Node node) {
    String where = node.place().file() + ":" + node.place().line();
    return new FactStatement(fact.id(), answer, site, since, until, last, supply, origin, where);
  }

  private Origin origin(FactDefinition fact, Node.MapNode map) {
    Node node = map.get("recorded");
    return node != null && fields.answer(node, fact.id() + ".recorded") == Answer.YES
        ? Origin.RECORDED
        : Origin.ANSWERED;
  }

  private Optional<Answer> answer(FactDefinition fact, Node.ScalarNode scalar) {
    Optional<Answer> answer =
        scalar.isNull() ? Optional.of(Answer.UNKNOWN) : Words.answer(scalar.text());
    if (answer.isEmpty()) {
      findings.error(
          "PX-0211",
          scalar.kind() + " is not an answer.",
          fact.id(),
          scalar.place(),
          "Maybe yes, no or unknown?");
    }
    return answer;
  }

  private Condition.@Nullable Supply supply(FactDefinition fact, Node.MapNode map) {
    Node node = map.get("prescribed");
    if (node == null) {
      return null;
    }
    if (!fact.supply()) {
      findings.warning(
          "PX-0214",
          "Whether it was prescribed does not matter for this fact; it is not used.",
          fact.id(),
          node.place(),
          null);
      return null;
    }
    return switch (fields.answer(node, fact.id() + ".prescribed")) {
      case YES -> Condition.Supply.PRESCRIBED;
      case NO -> Condition.Supply.BOUGHT;
      case UNKNOWN -> null;
    };
  }

  private @Nullable String site(FactDefinition fact, Node.MapNode map) {
    if (!(map.get("site") instanceof Node.ScalarNode scalar)) {
      if (map.get("site") != null) {
        fields.text(map, "site");
      }
      return null;
    }
    if (new GoalReader(knowledge, findings).site(scalar.text(), scalar.place()).isEmpty()) {
      return null;
    }
    if (!fact.sited()) {
      findings.warning(
          "PX-0214",
          "Where it is does not matter for this fact; the site is not used.",
          fact.id(),
          scalar.place(),
          null);
      return null;
    }
    return scalar.text();
  }

  private void checkOrder(
      FactDefinition fact,
      Node.MapNode map,
      @Nullable PartialDate since,
      @Nullable PartialDate end) {
    if (since != null && end != null && end.latest().isBefore(since.earliest())) {
      findings.error(
          "PX-0212",
          "It ends on " + end + ", before it begins on " + since + ".",
          fact.id(),
          map.place(),
          "Maybe the two dates are swapped?");
    }
  }
}
