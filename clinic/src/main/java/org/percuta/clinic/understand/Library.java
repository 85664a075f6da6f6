package org.percuta.clinic.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.knowledge.WordIndex;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.NotModelled;
import org.percuta.protocol.model.Sourced;

/** Finds every claim and literature fact of one content, by id and by words. */
final class Library {

  private final Knowledge knowledge;
  private final Traces traces;
  private final WordIndex<Trace.Line> index;

  /**
   * Everything about one claim or literature fact.
   *
   * @param about what the article says it of; empty for the literature
   * @param users ids of what carries it out, by kind
   * @param notUsed why nothing carries it out; absent when something does
   */
  record Found(
      Trace.Line line,
      String about,
      String strength,
      @Nullable String figure,
      Map<String, List<String>> users,
      List<Trace.Disagreement> disagreements,
      @Nullable String notUsed) {}

  Library(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.traces = Traces.of(knowledge);
    List<WordIndex.Entry<Trace.Line>> entries = new ArrayList<>();
    for (Claim claim : knowledge.claims().values()) {
      entries.add(
          entry(
              traces.line(claim),
              String.join(
                  " ",
                  claim.topic(),
                  claim.subject(),
                  claim.statement(),
                  claim.value() == null ? "" : claim.value())));
    }
    for (LiteratureFact fact : knowledge.literature().values()) {
      entries.add(
          entry(
              traces.line(fact),
              fact.statement() + " " + (fact.value() == null ? "" : fact.value())));
    }
    this.index = WordIndex.of(entries);
  }

  private static WordIndex.Entry<Trace.Line> entry(Trace.Line line, String words) {
    return new WordIndex.Entry<>(line.id(), words + " " + line.source(), line);
  }

  boolean isOf(Knowledge other) {
    return knowledge == other;
  }

  /** What matches every word, as {@link WordIndex#search}. */
  List<Trace.Line> search(String query) {
    return index.search(query);
  }

  Optional<Found> find(String id) {
    Claim claim = knowledge.claims().get(id);
    LiteratureFact fact = knowledge.literature().get(id);
    if (claim != null) {
      return Optional.of(
          found(
              traces.line(claim),
              claim.topic().replace('-', ' ') + ": " + claim.subject().replace('-', ' '),
              modality(claim.modality()),
              figure(claim.value(), claim.unit())));
    }
    return fact == null
        ? Optional.empty()
        : Optional.of(
            found(
                traces.line(fact),
                "",
                "It was found in the literature.",
                figure(fact.value(), fact.unit())));
  }

  private Found found(Trace.Line line, String about, String strength, @Nullable String figure) {
    Map<String, List<String>> users = new TreeMap<>();
    knowledge
        .sourced()
        .filter(item -> item.claims().contains(line.id()) || item.literature().contains(line.id()))
        .forEach(
            item -> users.computeIfAbsent(kind(item), kind -> new ArrayList<>()).add(item.id()));
    return new Found(
        line,
        about,
        strength,
        figure,
        users,
        knowledge.conflicts().values().stream()
            .filter(conflict -> isIn(conflict, line.id()))
            .map(traces::disagreement)
            .toList(),
        knowledge.notModelled().stream()
            .filter(not -> not.claim().equals(line.id()))
            .map(NotModelled::reason)
            .findFirst()
            .orElse(null));
  }

  private static boolean isIn(Conflict conflict, String id) {
    return conflict.sides().stream()
        .anyMatch(side -> side.claims().contains(id) || side.literature().contains(id));
  }

  private static @Nullable String figure(@Nullable String value, @Nullable String unit) {
    return value == null
        ? null
        : value.replace("..", " to ").strip() + (unit == null ? "" : " " + unit);
  }

  private static String modality(Claim.Modality modality) {
    return switch (modality) {
      case FACT -> "The article states it as a fact.";
      case MAY -> "The article says that it may be so.";
      case SHOULD -> "The article advises it.";
      case SHOULD_NOT -> "The article advises against it.";
      case MUST -> "The article says that it must be so.";
    };
  }

  private static String kind(Sourced item) {
    String name = item.getClass().getSimpleName();
    return name.replaceAll("([a-z])([A-Z])", "$1 $2");
  }
}
