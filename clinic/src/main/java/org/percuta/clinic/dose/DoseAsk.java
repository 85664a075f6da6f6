package org.percuta.clinic.dose;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.percuta.planning.DoseAnswer;
import org.percuta.planning.DosePlanner;
import org.percuta.planning.DoseQuestion;
import org.percuta.planning.ProtocolLimits;
import org.percuta.planning.SkinPerson;
import org.percuta.protocol.model.Goal;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.dosimetry.SettingTarget;
import org.springframework.stereotype.Component;

/** Answers what a dose page was asked, the protocol first. */
@Component
class DoseAsk {

  private final DosePages pages;

  DoseAsk(DosePages pages) {
    this.pages = pages;
  }

  /** What the model or the protocol says to the form; empty with faults in the form. */
  Optional<DoseAnswer> answer(DosePlanner planner, DoseForm form, Goal goal, SkinPerson person) {
    Optional<DoseAnswer> answer =
        form.finding()
            ? suggest(planner, form, goal, person)
            : form.readSetting(goal, person).map(planner::dose);
    if (answer.isPresent()
        && answer.get() instanceof DoseAnswer.Impossible(List<SkinFinding> findings)) {
      form.reject(findings);
      return Optional.empty();
    }
    return answer;
  }

  private static Optional<DoseAnswer> suggest(
      DosePlanner planner, DoseForm form, Goal goal, SkinPerson person) {
    Optional<DoseQuestion> start = form.readStart(goal, person);
    Optional<SettingTarget> target = form.readTarget();
    double below = form.readMostBelow();
    return start.isPresent() && target.isPresent() && form.form().isValid()
        ? Optional.of(planner.suggest(start.get(), target.get(), below))
        : Optional.empty();
  }

  /**
   * The same as a page shows it.
   *
   * @param keep what keeps a setting with a course; absent where there is none
   */
  DoseView.Outcome outcome(
      DosePlanner planner,
      DoseForm form,
      Goal goal,
      SkinPerson person,
      @Nullable Function<DoseQuestion, DoseView.Keep> keep) {
    return switch (answer(planner, form, goal, person).orElse(null)) {
      case null -> new DoseView.Nothing();
      case DoseAnswer.Impossible _ -> new DoseView.Nothing();
      case DoseAnswer.Refused refused -> pages.refused(planner, refused.refusals(), goal);
      case DoseAnswer.Allowed allowed -> {
        ProtocolLimits limits = planner.findLimits(allowed.asked().device(), goal).orElseThrow();
        yield pages.figures(
            planner,
            allowed,
            limits,
            form.finding(),
            keep == null ? null : keep.apply(allowed.asked()));
      }
    };
  }
}
