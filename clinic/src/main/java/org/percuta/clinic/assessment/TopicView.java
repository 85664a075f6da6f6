package org.percuta.clinic.assessment;

import java.util.List;
import org.percuta.clinic.knowledge.Topic;
import org.percuta.clinic.platform.web.Form;

/**
 * The questions of one topic on a page.
 *
 * @param back address of the page before
 */
record TopicView(
    Topic topic, List<Question> questions, Form form, String back, Progress progress, String goal) {

  String title() {
    return switch (topic) {
      case SKIN -> "Your skin";
      case HEALTH -> "Your health";
      case MEDICINES -> "Your medicines";
      case ALLERGIES -> "Allergies";
      case TREATMENTS -> "Treatments you have had";
      case HABITS -> "Your skincare and habits";
    };
  }

  /** One question; its details are asked on a page of their own if the answer is yes. */
  record Question(String key, String question, String why) {}
}
