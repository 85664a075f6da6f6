package org.percuta.clinic.screening;

import java.util.List;
import org.percuta.clinic.patients.FactCatalogue;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Component;

/** Offers the protocol's facts, by their labels, where something said is written down. */
@Component
class KnownFacts implements FactCatalogue {

  private final List<Entry> entries;

  KnownFacts(Knowledge knowledge) {
    this.entries =
        knowledge.facts().values().stream()
            .map(fact -> new Entry(fact.id(), fact.label()))
            .toList();
  }

  @Override
  public List<Entry> list() {
    return entries;
  }
}
