package org.percuta.clinic.courses;

import java.time.LocalDate;

/**
 * Where a course stands, and since when. Only the steps of {@link #after} lead from one to another.
 */
public sealed interface CourseState {

  LocalDate since();

  /** Planned by the clinic; the patient has not seen it. */
  record Draft(LocalDate since) implements CourseState {}

  /** Shown to the patient, who has not decided. */
  record Offered(LocalDate since) implements CourseState {}

  /** The patient wants it; no session has been held. */
  record Accepted(LocalDate since) implements CourseState {}

  /** At least one session has been held. */
  record Running(LocalDate since) implements CourseState {}

  /** All its sessions were held or left out. */
  record Completed(LocalDate since) implements CourseState {}

  /** Ended early, and why. */
  record Stopped(LocalDate since, String reason) implements CourseState {}

  /** What can be done to a course. */
  enum Step {
    OFFER("Offer to the patient"),
    TAKE_BACK("Take the offer back"),
    ACCEPT("The patient accepts"),
    BEGIN("Begin the first session"),
    COMPLETE("Complete"),
    STOP("Stop");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** What a step leads to. */
  sealed interface Next {

    /** It is so now. */
    record Reached(CourseState state) implements Next {}

    /** It cannot be; in words. */
    record Refused(String why) implements Next {}
  }

  /**
   * @param reason why it stops; ignored by the other steps
   */
  default Next after(Step step, LocalDate on, String reason) {
    return switch (this) {
      case Draft _ ->
          switch (step) {
            case OFFER -> new Next.Reached(new Offered(on));
            case STOP -> stopped(on, reason);
            case TAKE_BACK ->
                refused("A draft has not been offered, so there is no offer to take back.");
            case ACCEPT, BEGIN, COMPLETE ->
                refused("A draft has to be offered to the patient first.");
          };
      case Offered _ ->
          switch (step) {
            case ACCEPT -> new Next.Reached(new Accepted(on));
            case TAKE_BACK -> new Next.Reached(new Draft(on));
            case STOP -> stopped(on, reason);
            case OFFER -> refused("It is offered already.");
            case BEGIN, COMPLETE -> refused("The patient has not accepted it yet.");
          };
      case Accepted _ ->
          switch (step) {
            case BEGIN -> new Next.Reached(new Running(on));
            case STOP -> stopped(on, reason);
            case OFFER, TAKE_BACK, ACCEPT -> refused("The patient has accepted it already.");
            case COMPLETE ->
                refused("No session has been held yet. Stop it instead, with a reason.");
          };
      case Running _ ->
          switch (step) {
            case COMPLETE -> new Next.Reached(new Completed(on));
            case STOP -> stopped(on, reason);
            case OFFER, TAKE_BACK, ACCEPT, BEGIN -> refused("It is running already.");
          };
      case Completed _ -> refused("It is completed. Plan a new course instead.");
      case Stopped _ -> refused("It was stopped. Plan a new course instead.");
    };
  }

  /** True while sessions can still be booked or held. */
  default boolean isOpen() {
    return switch (this) {
      case Draft _, Offered _, Accepted _, Running _ -> true;
      case Completed _, Stopped _ -> false;
    };
  }

  /** True once the patient has said yes, until it ends. */
  default boolean isUnderWay() {
    return switch (this) {
      case Accepted _, Running _ -> true;
      case Draft _, Offered _, Completed _, Stopped _ -> false;
    };
  }

  default String key() {
    return switch (this) {
      case Draft _ -> "DRAFT";
      case Offered _ -> "OFFERED";
      case Accepted _ -> "ACCEPTED";
      case Running _ -> "RUNNING";
      case Completed _ -> "COMPLETED";
      case Stopped _ -> "STOPPED";
    };
  }

  default String word() {
    String key = key();
    return key.charAt(0) + key.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when {@code key} is none of the states
   */
  static CourseState of(String key, LocalDate since, String reason) {
    return switch (key) {
      case "DRAFT" -> new Draft(since);
      case "OFFERED" -> new Offered(since);
      case "ACCEPTED" -> new Accepted(since);
      case "RUNNING" -> new Running(since);
      case "COMPLETED" -> new Completed(since);
      case "STOPPED" -> new Stopped(since, reason);
      default -> throw new IllegalArgumentException("'" + key + "' is not a state of a course.");
    };
  }

  private static Next stopped(LocalDate on, String reason) {
    return reason.isBlank()
        ? refused("Enter why it stops.")
        : new Next.Reached(new Stopped(on, reason.strip()));
  }

  private static Next refused(String why) {
    return new Next.Refused(why);
  }
}
