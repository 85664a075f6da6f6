package org.percuta.protocol.validate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.CodeMapping;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.model.Statement;

/** Every id that an item names is the id of something. */
final class ReferenceCheck {

  /** What a code can stand for besides a fact or a site: attributes, and values of an answer. */
  private static final Set<String> MEANINGS =
      Set.of("weight", "phototype", "yes", "no", "unknown", "I", "II", "III", "IV", "V", "VI");

  private final Knowledge knowledge;
  private final Report report;

  ReferenceCheck(Knowledge knowledge, Report report) {
    this.knowledge = knowledge;
    this.report = report;
  }

  void run() {
    for (Site site : knowledge.sites().values()) {
      sites(site, "parts", site.id(), site.parts());
    }
    for (Concern concern : knowledge.concerns().values()) {
      sites(concern, "sites", concern.id(), concern.sites());
      if (concern.bookable() == (concern.unbookable() != null)) {
        report.error(
            "PX-0306",
            concern,
            "bookable",
            concern.id(),
            "It is either bookable, or says in 'unbookable' why it is not.");
      }
    }
    knowledge.courses().forEach(c -> concerns(c, "concerns", c.id(), c.concerns()));
    for (CalendarItem item : knowledge.calendar()) {
      sites(item, "sites", item.id(), item.sites());
      if (item.onlyIf() != null) {
        facts(item, "only-if", item.id(), List.of(item.onlyIf()));
      }
    }
    for (DepthWindow window : knowledge.depths()) {
      concerns(window, "concerns", window.id(), window.concerns());
      sites(window, "sites", window.id(), window.sites());
    }
    knowledge.recovery().forEach(e -> symptoms(e, "symptom", e.id(), List.of(e.symptom())));
    knowledge.redFlags().forEach(f -> symptoms(f, "symptoms", f.id(), f.symptoms()));
    for (Statement statement : knowledge.statements()) {
      concerns(statement, "concerns", statement.id(), statement.concerns());
      facts(statement, "facts", statement.id(), statement.facts());
    }
    codes();
  }

  private void codes() {
    Set<String> known = new HashSet<>(MEANINGS);
    known.addAll(knowledge.facts().keySet());
    known.addAll(knowledge.sites().keySet());
    for (CodeMapping code : knowledge.codes()) {
      report.mustKnow(code, "fact", code.code(), "meaning", code.fact(), known);
    }
  }

  private void sites(Object item, String key, String subject, Collection<String> ids) {
    ids.forEach(id -> report.mustKnow(item, key, subject, "site", id, knowledge.sites().keySet()));
  }

  private void concerns(Object item, String key, String subject, Collection<String> ids) {
    ids.forEach(
        id -> report.mustKnow(item, key, subject, "concern", id, knowledge.concerns().keySet()));
  }

  private void facts(Object item, String key, String subject, Collection<String> ids) {
    ids.forEach(id -> report.mustKnow(item, key, subject, "fact", id, knowledge.facts().keySet()));
  }

  private void symptoms(Object item, String key, String subject, Collection<String> ids) {
    ids.forEach(
        id -> report.mustKnow(item, key, subject, "symptom", id, knowledge.symptoms().keySet()));
  }
}
