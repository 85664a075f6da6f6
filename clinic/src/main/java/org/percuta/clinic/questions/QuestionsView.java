package org.percuta.clinic.questions;

import java.util.List;
import java.util.Map;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactDefinition.Detail;

/**
 * The open questions of a topic.
 *
 * @param meanwhile questions that somebody else answered while this page was open
 * @param sites where something can be, and its words
 */
record QuestionsView(
    PatientBanner banner,
    Topic topic,
    List<Tab> tabs,
    List<Question> questions,
    List<String> meanwhile,
    Map<String, String> sites,
    Form form) {

  /** A topic and how many of its questions are open. */
  record Tab(String word, String address, int open, boolean here) {}

  /** One question and what is asked besides once the answer is yes. */
  record Question(FactDefinition fact) {

    String key() {
      return fact.id();
    }

    boolean asks(Detail detail) {
      return fact.details().contains(detail);
    }
  }

  /** Sent back with the answers, so that what was answered meanwhile is noticed. */
  String asked() {
    return String.join(" ", questions.stream().map(Question::key).toList());
  }

  String title() {
    return word(topic);
  }

  static String word(Topic topic) {
    return switch (topic) {
      case SKIN -> "Skin";
      case HEALTH -> "Health";
      case MEDICINES -> "Medicines";
      case ALLERGIES -> "Allergies";
      case TREATMENTS -> "Treatments";
      case HABITS -> "Skincare and habits";
    };
  }
}
