package org.percuta.clinic.screening;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.clinic.patients.FactCatalogue;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.Knowledge;
import org.springframework.stereotype.Component;

/** Offers the protocol's facts, by their labels, where something said is written down. */
@Component
class KnownFacts implements FactCatalogue {

  private final List<Entry> entries;
  private final Map<String, String> places;

  KnownFacts(Knowledge knowledge) {
    this.entries =
        knowledge.facts().values().stream()
            .map(fact ->
                new Entry(fact.id(), fact.label(), fact.question(), Topic.of(fact), details(fact)))
            .toList();
    Map<String, String> labels = new LinkedHashMap<>();
    knowledge.sites().values().forEach(site -> labels.put(site.id(), site.label()));
    this.places = Collections.unmodifiableMap(labels);
  }

  @Override
  public List<Entry> list() {
    return entries;
  }

  @Override
  public Map<String, String> places() {
    return places;
  }

  private static Set<Detail> details(FactDefinition fact) {
    Set<Detail> details = EnumSet.noneOf(Detail.class);
    details.addAll(fact.details());
    if (fact.sited()) {
      details.add(Detail.SITE);
    }
    if (fact.supply()) {
      details.add(Detail.PRESCRIBED);
    }
    return Collections.unmodifiableSet(details);
  }
}
