package org.percuta.fhir.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.quantity.PartialDate;

/** What a QuestionnaireResponse says, by fact. */
final class Answers {

  /** What was answered about one fact. */
  static final class About {
    final List<String> sites = new ArrayList<>(1);
    @Nullable Answer answer;
    @Nullable PartialDate since;
    @Nullable PartialDate until;
    @Nullable PartialDate last;
    @Nullable Boolean prescribed;
    boolean elsewhere;
  }

  final Map<String, About> byFact = new LinkedHashMap<>();

  About about(String fact) {
    return byFact.computeIfAbsent(fact, f -> new About());
  }
}
