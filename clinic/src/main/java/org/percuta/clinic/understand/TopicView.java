package org.percuta.clinic.understand;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.CareCard;
import org.percuta.clinic.knowledge.Trace;

/**
 * One explaining page.
 *
 * @param cards care cards, the most urgent first; empty on most pages
 */
record TopicView(Topic topic, List<CareCard> cards, List<Section> sections) {

  /** Items under one heading; its id is an anchor. */
  record Section(String id, String title, List<Item> items) {}

  /** One statement and where it comes from. */
  record Item(@Nullable String title, String text, Trace trace) {}

  List<Topic> topics() {
    return List.of(Topic.values());
  }
}
