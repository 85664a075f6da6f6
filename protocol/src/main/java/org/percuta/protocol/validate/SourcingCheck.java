package org.percuta.protocol.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Sourced;

/** Every item says where it comes from, and claims no better grade than that gives. */
final class SourcingCheck {

  private final Knowledge knowledge;
  private final Report report;

  SourcingCheck(Knowledge knowledge, Report report) {
    this.knowledge = knowledge;
    this.report = report;
  }

  void run() {
    Map<String, Sourced> ids = new HashMap<>();
    knowledge
        .sourced()
        .forEach(item -> {
          Sourced had = ids.putIfAbsent(item.id(), item);
          if (had != null && had != item) {
            report.error("PX-0301", item, "id", item.id(), "The id names another item as well.");
          }
          check(item);
        });
    knowledge.literature().values().forEach(this::checkFact);
    knowledge
        .claims()
        .values()
        .forEach(claim ->
            report.mustKnow(
                claim,
                "source",
                claim.id(),
                "source",
                claim.source(),
                knowledge.sources().keySet()));
    knowledge.conflicts().values().forEach(this::checkConflict);
  }

  private void check(Sourced item) {
    references(item, item.id(), item.claims(), item.literature());
    if (item.conflict() != null) {
      report.mustKnow(
          item, "conflict", item.id(), "conflict", item.conflict(), knowledge.conflicts().keySet());
    }
    boolean unsourced = item.claims().isEmpty() && item.literature().isEmpty();
    if (unsourced && item.grade() != Grade.H) {
      report.error(
          "PX-0303",
          item,
          "grade",
          item.id(),
          "It names no claim and no literature, yet has grade " + item.grade() + ".",
          "Maybe grade H, a clinic setting?");
    } else if (!unsourced && item.grade().compareTo(strongest(item)) < 0) {
      report.error(
          "PX-0304",
          item,
          "grade",
          item.id(),
          "Grade "
              + item.grade()
              + " is better than its strongest source, "
              + strongest(item)
              + ".");
    }
  }

  private Grade strongest(Sourced item) {
    Stream<Grade> articles = item.claims().isEmpty() ? Stream.of() : Stream.of(Grade.C);
    Stream<Grade> literature =
        item.literature().stream()
            .map(knowledge.literature()::get)
            .filter(Objects::nonNull)
            .map(LiteratureFact::grade);
    return Stream.concat(articles, literature).sorted().findFirst().orElse(Grade.H);
  }

  private void references(
      Object item, String subject, List<String> claims, List<String> literature) {
    claims.forEach(
        id -> report.mustKnow(item, "claims", subject, "claim", id, knowledge.claims().keySet()));
    literature.forEach(id ->
        report.mustKnow(
            item, "literature", subject, "literature fact", id, knowledge.literature().keySet()));
  }

  private void checkFact(LiteratureFact fact) {
    report.mustKnow(
        fact, "source", fact.id(), "source", fact.source(), knowledge.sources().keySet());
    var source = knowledge.sources().get(fact.source());
    if (source != null && fact.grade().compareTo(source.grade()) < 0) {
      report.error(
          "PX-0304",
          fact,
          "grade",
          fact.id(),
          "Grade " + fact.grade() + " is better than that of its source, " + source.grade() + ".");
    }
  }

  private void checkConflict(Conflict conflict) {
    for (Conflict.Side side : conflict.sides()) {
      references(conflict, conflict.id(), side.claims(), side.literature());
      if (side.claims().isEmpty() && side.literature().isEmpty()) {
        report.error(
            "PX-0303",
            conflict,
            "sides",
            conflict.id(),
            "The side '" + side.says() + "' names no source.");
      }
    }
    if (conflict.sides().size() < 2) {
      report.error(
          "PX-0305", conflict, "sides", conflict.id(), "A disagreement has two sides at least.");
    }
  }
}
