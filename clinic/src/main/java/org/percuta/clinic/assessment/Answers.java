package org.percuta.clinic.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.quantity.PartialDate;

/**
 * Everything a person has answered so far. It travels with the browser and is never stored here
 * before it is sent as an enquiry.
 *
 * @param replies by question key, in the order they were first answered
 */
record Answers(@Nullable String concern, @Nullable String site, Map<String, Reply> replies) {

  static final String BORN = "birthDate";
  static final String PHOTOTYPE = "phototype";
  static final String WEIGHT = "weight";
  static final Answers NONE = new Answers(null, null, Map.of());

  Answers {
    replies = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(replies));
  }

  Answers forConcern(String newConcern) {
    return new Answers(newConcern, newConcern.equals(concern) ? site : null, replies);
  }

  Answers at(String newSite) {
    return new Answers(concern, newSite, replies);
  }

  Answers with(String question, Reply reply) {
    Map<String, Reply> more = new LinkedHashMap<>(replies);
    more.put(question, reply);
    return new Answers(concern, site, more);
  }

  /** Answered with its details, as far as the person knows them. */
  boolean isAnswered(String question) {
    return switch (replies.get(question)) {
      case null -> false;
      case Reply.OfFact fact -> fact.whole();
      default -> true;
    };
  }

  Optional<Goal> goal() {
    return concern == null || site == null
        ? Optional.empty()
        : Optional.of(Goal.inClinic(concern, site));
  }

  /** The record these answers make. */
  PatientRecord record() {
    PartialDate born = null;
    Integer phototype = null;
    Double weight = null;
    List<FactStatement> statements = new ArrayList<>();
    for (Map.Entry<String, Reply> reply : replies.entrySet()) {
      switch (reply.getValue()) {
        case Reply.Born(PartialDate on) -> born = on;
        case Reply.Phototype(Integer type) -> phototype = type;
        case Reply.Weight(Double kilograms) -> weight = kilograms;
        case Reply.OfFact fact -> statements.add(statement(reply.getKey(), fact));
      }
    }
    return new PatientRecord(
        new Patient(null, born, null, phototype, weight), statements, List.of(), Set.of());
  }

  private static FactStatement statement(String key, Reply.OfFact fact) {
    return new FactStatement(
        key,
        fact.answer(),
        fact.site(),
        fact.since(),
        fact.until(),
        fact.last(),
        fact.supply(),
        Origin.ANSWERED,
        "your answer");
  }
}
