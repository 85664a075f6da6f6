package org.percuta.clinic.assessment;

import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.quantity.PartialDate;

/** What was answered to one question. "I don't know" is an answer: it is not asked again. */
sealed interface Reply {

  /**
   * To a question about a fact.
   *
   * @param site where; absent when not said
   * @param whole whether its details were asked too; a yes from the page of its topic is not whole
   */
  record OfFact(
      Answer answer,
      @Nullable PartialDate since,
      @Nullable PartialDate until,
      @Nullable PartialDate last,
      @Nullable Supply supply,
      @Nullable String site,
      boolean whole)
      implements Reply {

    static OfFact plain(Answer answer) {
      return new OfFact(answer, null, null, null, null, null, true);
    }

    static OfFact beforeDetails(Answer answer, boolean hasDetails) {
      return new OfFact(answer, null, null, null, null, null, answer != Answer.YES || !hasDetails);
    }
  }

  /** When the person was born; absent when not said. */
  record Born(@Nullable PartialDate on) implements Reply {}

  /** Skin type 1 to 6; absent when not known. */
  record Phototype(@Nullable Integer type) implements Reply {}

  /** Body weight; absent when not known. */
  record Weight(@Nullable Double kilograms) implements Reply {}
}
