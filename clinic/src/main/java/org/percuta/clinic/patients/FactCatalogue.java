package org.percuta.clinic.patients;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.protocol.model.FactDefinition.Detail;

/** The facts one can record, for the form to offer. The knowledge base provides it as a bean. */
public interface FactCatalogue {

  /**
   * @param label as a person reads it
   * @param question as a person is asked
   * @param details what a yes can come with; a place among them where the fact is at one
   */
  record Entry(String fact, String label, String question, Topic topic, Set<Detail> details) {

    public boolean asks(Detail detail) {
      return details.contains(detail);
    }
  }

  List<Entry> list();

  /** Places on the body by their key, in words. */
  Map<String, String> places();

  default Optional<Entry> find(String fact) {
    return list().stream().filter(entry -> entry.fact().equals(fact)).findFirst();
  }
}
