package org.percuta.clinic.persondata;

import java.util.List;
import java.util.UUID;
import org.percuta.clinic.patients.PatientAlerts;
import org.percuta.clinic.patients.PatientFacts;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Component;

/** Says on each page of a merged record what has to be asked again. */
@Component
class MergedAlerts implements PatientAlerts {

  private static final int MOST = 3;

  private final PatientFacts facts;
  private final Knowledge knowledge;

  MergedAlerts(PatientFacts facts, Knowledge knowledge) {
    this.facts = facts;
    this.knowledge = knowledge;
  }

  @Override
  public List<String> of(UUID patient) {
    List<String> disagreed = facts.listDisagreed(patient);
    if (disagreed.isEmpty()) {
      return List.of();
    }
    List<String> labels =
        disagreed.stream()
            .limit(MOST)
            .map(fact -> {
              FactDefinition known = knowledge.facts().get(fact);
              return known == null ? fact.replace('-', ' ') : known.label();
            })
            .toList();
    int more = disagreed.size() - labels.size();
    return List.of(
        "Merged records disagree, ask again: "
            + String.join(", ", labels)
            + (more == 0 ? "" : " and " + more + " more"));
  }
}
