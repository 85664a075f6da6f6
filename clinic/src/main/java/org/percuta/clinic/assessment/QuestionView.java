package org.percuta.clinic.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.FactDefinition.Detail;
import org.percuta.protocol.model.Site;

/**
 * One question on a page.
 *
 * @param key of the question
 * @param why why we ask, in plain words
 * @param details what is asked besides once the answer is yes
 * @param places for the detail "where"
 * @param back address of the page before
 * @param change whether it came from the check-your-answers page
 */
record QuestionView(
    String key,
    String question,
    String why,
    List<Detail> details,
    List<Site> places,
    Form form,
    String back,
    boolean change,
    Progress progress,
    @Nullable String goal) {

  boolean isFact() {
    return !key.equals(Answers.BORN)
        && !key.equals(Answers.PHOTOTYPE)
        && !key.equals(Answers.WEIGHT);
  }

  boolean asks(Detail detail) {
    return details.contains(detail);
  }

  List<SkinType> skinTypes() {
    return SkinType.ALL;
  }

  /** A skin type by what the sun does to it, after Fitzpatrick. */
  record SkinType(int number, String words) {
    static final List<SkinType> ALL =
        List.of(
            new SkinType(1, "Always burns, never tans"),
            new SkinType(2, "Burns easily, tans a little"),
            new SkinType(3, "Sometimes burns, then tans"),
            new SkinType(4, "Rarely burns, always tans"),
            new SkinType(5, "Brown skin that very rarely burns"),
            new SkinType(6, "Black or dark brown skin that never burns"));
  }
}
