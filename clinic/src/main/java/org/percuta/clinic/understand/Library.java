package org.percuta.clinic.understand;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.NotModelled;
import org.percuta.protocol.model.Sourced;
import org.springframework.stereotype.Component;

/** Finds every claim and literature fact, by id and by words. */
@Component
class Library {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Knowledge knowledge;
  private final Traces traces;
  private final List<Entry> entries;

  private record Entry(Trace.Line line, String id, String text) {}

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

  Library(Knowledge knowledge, Traces traces) {
    this.knowledge = knowledge;
    this.traces = traces;
    this.entries = new ArrayList<>();
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
  }

  private static Entry entry(Trace.Line line, String words) {
    return new Entry(line, plain(line.id()), " " + plain(words + " " + line.source()) + " ");
  }

  /** What matches every word; an id or its beginning comes first, then whole words before parts. */
  List<Trace.Line> search(String query) {
    String wanted = plain(query);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<String> words = Arrays.asList(wanted.split(" ", -1));
    return entries.stream()
        .filter(entry ->
            entry.id().startsWith(wanted) || words.stream().allMatch(entry.text()::contains))
        .sorted(
            Comparator.comparingInt((Entry entry) ->
                    entry.id().equals(wanted) ? 0 : entry.id().startsWith(wanted) ? 1 : 2)
                .thenComparing(entry ->
                    -words.stream()
                        .filter(word -> entry.text().contains(" " + word + " "))
                        .count()))
        .map(Entry::line)
        .toList();
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

  /** Lower case, without accents, words apart by one space. */
  static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return NOT_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
