package org.percuta.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.io.Describe;
import org.percuta.protocol.io.LoadedKnowledge;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Source;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.validate.Coverage;

/** Looks an id up and says everything the knowledge holds about it. */
final class KnowledgeShow {

  private final LoadedKnowledge loaded;
  private final Knowledge knowledge;

  KnowledgeShow(LoadedKnowledge loaded) {
    this.loaded = loaded;
    this.knowledge = loaded.knowledge();
  }

  List<String> ids() {
    return Stream.of(
            knowledge.claims().keySet(),
            knowledge.conflicts().keySet(),
            knowledge.sources().keySet(),
            knowledge.literature().keySet(),
            knowledge.sourced().map(Sourced::id).toList())
        .flatMap(java.util.Collection::stream)
        .toList();
  }

  /** Headings with text; empty when nothing has the id. */
  Map<String, String> find(String id) {
    Map<String, String> shown = new LinkedHashMap<>();
    Claim claim = knowledge.claims().get(id);
    Conflict conflict = knowledge.conflicts().get(id);
    Source source = knowledge.sources().get(id);
    LiteratureFact fact = knowledge.literature().get(id);
    if (claim != null) {
      put(shown, "Claim", claim);
      shown.put("Carried out by", carriedOutBy(id));
      shown.put("Disagreements", disagreements(id));
    } else if (conflict != null) {
      put(shown, "Conflict", conflict);
      shown.put("Applied by", appliedBy(id));
    } else if (source != null) {
      put(shown, "Source", source);
      shown.put("Claims", count(id));
    } else if (fact != null) {
      put(shown, "Literature", fact);
      put(shown, "Source", knowledge.sources().get(fact.source()));
      shown.put("Used by", usedBy(id));
    } else {
      knowledge
          .sourced()
          .filter(item -> item.id().equals(id))
          .findFirst()
          .ifPresent(item -> item(shown, item));
    }
    return shown;
  }

  Map<String, String> why(String rule) {
    Map<String, String> shown = new LinkedHashMap<>();
    knowledge.rules().stream()
        .filter(r -> r.id().equals(rule))
        .findFirst()
        .ifPresent(r -> item(shown, r));
    return shown;
  }

  private void item(Map<String, String> shown, Sourced item) {
    put(shown, Coverage.kind(item) + " " + item.id(), item);
    List<String> lines = new ArrayList<>();
    for (String id : item.claims()) {
      Claim claim = knowledge.claims().get(id);
      if (claim != null) {
        lines.add(id + " (" + VerdictJson.lower(claim.modality()) + "): " + claim.statement());
      }
    }
    for (String id : item.literature()) {
      LiteratureFact fact = knowledge.literature().get(id);
      if (fact != null) {
        Source source = knowledge.sources().get(fact.source());
        lines.add(
            id
                + " (grade "
                + fact.grade()
                + "): "
                + fact.statement()
                + (source == null ? "" : " " + source.citation()));
      }
    }
    shown.put(
        "Sources",
        lines.isEmpty() ? "None: a clinic setting, to be approved." : String.join("\n", lines));
    Conflict conflict = item.conflict() == null ? null : knowledge.conflicts().get(item.conflict());
    if (conflict != null) {
      put(shown, "Sources differ", conflict);
    }
    if (item instanceof Rule rule) {
      shown.put(
          "Who can clear it",
          rule.clearedBy().isEmpty()
              ? "nobody"
              : String.join(", ", rule.clearedBy().stream().map(VerdictJson::lower).toList()));
    }
    knowledge
        .written()
        .sourced()
        .filter(one -> one.id().equals(item.id()) && one.getClass() == item.getClass())
        .findFirst()
        .ifPresent(one -> shown.put("Stands in", loaded.places().of(one).toString()));
  }

  private static void put(Map<String, String> shown, String heading, @Nullable Object record) {
    if (record != null) {
      shown.put(heading, String.join("\n", Describe.lines(record)));
    }
  }

  private String carriedOutBy(String claim) {
    String items =
        String.join(
            "\n",
            Coverage.of(knowledge).usedBy().getOrDefault(claim, List.of()).stream()
                .map(item -> Coverage.kind(item) + " " + item.id())
                .toList());
    return items.isEmpty()
        ? knowledge.notModelled().stream()
            .filter(n -> n.claim().equals(claim))
            .map(n -> "Not modelled: " + n.reason())
            .findFirst()
            .orElse("nothing")
        : items;
  }

  private String disagreements(String claim) {
    List<String> ids =
        knowledge.conflicts().values().stream()
            .filter(c -> c.sides().stream().anyMatch(s -> s.claims().contains(claim)))
            .map(c -> c.id() + " " + c.title())
            .toList();
    return ids.isEmpty() ? "none" : String.join("\n", ids);
  }

  private String appliedBy(String conflict) {
    return String.join(
        "\n",
        knowledge
            .sourced()
            .filter(item -> Objects.equals(item.conflict(), conflict))
            .map(item -> Coverage.kind(item) + " " + item.id())
            .toList());
  }

  private String usedBy(String fact) {
    return String.join(
        "\n",
        knowledge
            .sourced()
            .filter(item -> item.literature().contains(fact))
            .map(item -> Coverage.kind(item) + " " + item.id())
            .toList());
  }

  private String count(String source) {
    long claims =
        knowledge.claims().values().stream().filter(c -> c.source().equals(source)).count();
    long facts =
        knowledge.literature().values().stream().filter(f -> f.source().equals(source)).count();
    return claims + " claims, " + facts + " literature facts";
  }

  static List<String> both(List<String> a, List<String> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }
}
