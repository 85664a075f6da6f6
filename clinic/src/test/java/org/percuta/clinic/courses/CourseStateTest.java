package org.percuta.clinic.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.percuta.clinic.courses.CourseState.Next;
import org.percuta.clinic.courses.CourseState.Step;

class CourseStateTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void aCourseGoesFromDraftOverOfferToItsEnd() {
    CourseState draft = new CourseState.Draft(DAY);
    CourseState offered = reach(draft, Step.OFFER);
    CourseState accepted = reach(offered, Step.ACCEPT);
    CourseState running = reach(accepted, Step.BEGIN);
    assertThat(reach(running, Step.COMPLETE).key()).isEqualTo("COMPLETED");
    assertThat(reach(offered, Step.TAKE_BACK).key()).isEqualTo("DRAFT");
  }

  @Test
  void aStopNeedsAReason() {
    CourseState draft = new CourseState.Draft(DAY);
    assertThat(draft.after(Step.STOP, DAY, " ")).isEqualTo(new Next.Refused("Enter why it stops."));
    assertThat(draft.after(Step.STOP, DAY, " moved away "))
        .isEqualTo(new Next.Reached(new CourseState.Stopped(DAY, "moved away")));
  }

  @Test
  void everyOtherStepIsRefusedInWords() {
    for (String key : new String[] {"COMPLETED", "STOPPED"}) {
      for (Step step : Step.values()) {
        assertThat(CourseState.of(key, DAY, "why").after(step, DAY, "again"))
            .isInstanceOf(Next.Refused.class);
      }
    }
    assertThat(new CourseState.Draft(DAY).after(Step.ACCEPT, DAY, ""))
        .isEqualTo(new Next.Refused("A draft has to be offered to the patient first."));
  }

  @Test
  void whatIsStoredIsReadAgain() {
    for (String key :
        new String[] {"DRAFT", "OFFERED", "ACCEPTED", "RUNNING", "COMPLETED", "STOPPED"}) {
      assertThat(CourseState.of(key, DAY, "why").key()).isEqualTo(key);
    }
  }

  private static CourseState reach(CourseState from, Step step) {
    return switch (from.after(step, DAY, "")) {
      case Next.Reached(CourseState state) -> state;
      case Next.Refused(String why) -> throw new AssertionError(why);
    };
  }
}
