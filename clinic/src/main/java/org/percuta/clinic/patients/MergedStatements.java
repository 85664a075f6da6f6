package org.percuta.clinic.patients;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What counts of the statements in records that were merged into one person's. Both records were
 * about the same person and neither knew of the other, so the later of two statements is not the
 * truer one: what counts in each record counts, and the riskier holds. What somebody says after the
 * merge is said about the whole person, and counts alone; an entry that was imported never does.
 */
final class MergedStatements {

  private final List<FactRepository.Recorded> said;
  private final Map<UUID, FactRepository.Link> up = new HashMap<>();
  private final Instant lastMerge;

  private MergedStatements(List<FactRepository.Recorded> said, List<FactRepository.Link> links) {
    this.said = said;
    links.forEach(link -> up.put(link.merged(), link));
    this.lastMerge =
        links.stream().map(FactRepository.Link::at).max(Instant::compareTo).orElse(Instant.MIN);
  }

  /**
   * @param said all statements, the newest first within each fact and site
   * @param links by which the records were merged; none when there is one record
   */
  static List<PatientFacts.Counting> of(
      List<FactRepository.Recorded> said, List<FactRepository.Link> links) {
    return new MergedStatements(said, links).counting();
  }

  private List<PatientFacts.Counting> counting() {
    Map<String, Map<UUID, List<PatientFact>>> byFact = new LinkedHashMap<>();
    Map<UUID, List<PatientFact>> histories = new LinkedHashMap<>();
    said.forEach(
        one -> histories.computeIfAbsent(one.record(), _ -> new ArrayList<>()).add(one.fact()));
    histories.forEach((record, history) -> {
      for (PatientFact fact : PatientFacts.counting(history)) {
        if (!isSuperseded(record, fact)) {
          byFact
              .computeIfAbsent(fact.fact(), _ -> new LinkedHashMap<>())
              .computeIfAbsent(record, _ -> new ArrayList<>())
              .add(fact);
        }
      }
    });
    List<PatientFacts.Counting> counting = new ArrayList<>();
    byFact.forEach((fact, byRecord) -> add(counting, fact, byRecord));
    return counting;
  }

  private void add(
      List<PatientFacts.Counting> counting, String fact, Map<UUID, List<PatientFact>> byRecord) {
    List<Set<Words>> sets = byRecord.values().stream().map(MergedStatements::words).toList();
    if (sets.stream().distinct().count() == 1) {
      byRecord
          .values()
          .iterator()
          .next()
          .forEach(one -> counting.add(new PatientFacts.Counting(one, true)));
      return;
    }
    boolean askedSince =
        said.stream()
            .map(FactRepository.Recorded::fact)
            .anyMatch(one ->
                isSaid(one) && one.fact().equals(fact) && one.recordedAt().isAfter(lastMerge));
    byRecord
        .values()
        .forEach(
            list -> list.forEach(one -> counting.add(new PatientFacts.Counting(one, askedSince))));
  }

  /**
   * Whether the person was asked again, on the same fact and site, after this record was merged.
   */
  private boolean isSuperseded(UUID record, PatientFact fact) {
    Instant joined = Instant.MIN;
    FactRepository.@Nullable Link link = up.get(record);
    while (link != null) {
      joined = joined.isAfter(link.at()) ? joined : link.at();
      UUID above = link.kept();
      Instant since = joined;
      if (said.stream()
          .anyMatch(other ->
              other.record().equals(above)
                  && isSaid(other.fact())
                  && isSame(other.fact(), fact)
                  && other.fact().recordedAt().isAfter(since))) {
        return true;
      }
      link = up.get(above);
    }
    return false;
  }

  private static boolean isSaid(PatientFact fact) {
    return fact.source() != PatientFact.Source.IMPORT;
  }

  private static boolean isSame(PatientFact one, PatientFact other) {
    return one.fact().equals(other.fact()) && java.util.Objects.equals(one.site(), other.site());
  }

  private static Set<Words> words(List<PatientFact> facts) {
    Set<Words> words = new HashSet<>();
    facts.forEach(fact ->
        words.add(
            new Words(
                fact.site(), fact.said(), fact.since(), fact.until(), fact.last(), fact.supply())));
    return words;
  }

  /** What a statement says, whoever said it. */
  private record Words(
      @Nullable String site,
      PatientFact.Said said,
      @Nullable String since,
      @Nullable String until,
      @Nullable String last,
      @Nullable String supply) {}
}
