package org.percuta.skin.healing;

/** The main outputs of a course, as single numbers. */
public enum CourseOutput {
  COLLAGEN_8_WEEKS("collagen gain 8 weeks after the last session"),
  COLLAGEN_12_MONTHS("collagen gain 12 months after the last session"),
  REDNESS_GONE("hours until redness is gone"),
  BARRIER_BACK("hours until the barrier is back");

  private static final int EIGHT_WEEKS = 56;
  private static final int TWELVE_MONTHS = 364;
  private final String words;

  CourseOutput(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Reads it off a run followed at least twelve months past its last session. */
  double of(HealingCurves curves, HealingCourse course) {
    int last = course.sessions().isEmpty() ? 0 : (int) Math.ceil(course.sessions().getLast().day());
    return switch (this) {
      case COLLAGEN_8_WEEKS -> curves.collagen()[last + EIGHT_WEEKS] - 1;
      case COLLAGEN_12_MONTHS -> curves.collagen()[last + TWELVE_MONTHS] - 1;
      case REDNESS_GONE -> Milestones.rednessGone_h(curves.redness());
      case BARRIER_BACK -> Milestones.barrierBack_h(curves.barrier());
    };
  }
}
