package org.percuta.clinic.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.percuta.clinic.platform.ClinicId;

/** Which verdicts of a clinic change under the waiting content, while and after it is found out. */
final class UpgradePreview {

  /** Differences kept to be shown; all are counted. */
  static final int MOST_SHOWN = 500;

  private final Key key;
  private final List<Rescreening.Difference> differences = new ArrayList<>();
  private State state = State.RUNNING;
  private int total;
  private int done;
  private int changed;

  UpgradePreview(Key key) {
    this.key = key;
  }

  /** What was compared with what, when: a preview says nothing about anything else. */
  record Key(ClinicId clinic, String from, String to, int settingsVersion, LocalDate on) {}

  /** How far it is. */
  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /** As it stood at one moment. */
  record Snapshot(
      State state, int total, int done, int changed, List<Rescreening.Difference> differences) {

    boolean isDone() {
      return state == State.DONE;
    }

    boolean isRunning() {
      return state == State.RUNNING;
    }
  }

  Key key() {
    return key;
  }

  synchronized void begin(int patients) {
    total = patients;
  }

  synchronized void add(int patients, List<Rescreening.Difference> found) {
    done += patients;
    changed += found.size();
    found.stream().limit(MOST_SHOWN - (long) differences.size()).forEach(differences::add);
  }

  synchronized void end(State reached) {
    state = reached;
    notifyAll();
  }

  /** Waits a little, so that a small clinic sees the answer at once. */
  synchronized void await(long most_ms) {
    long end = System.nanoTime() + most_ms * 1_000_000;
    try {
      for (long left = most_ms;
          state == State.RUNNING && left > 0;
          left = (end - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized Snapshot now() {
    return new Snapshot(state, total, done, changed, List.copyOf(differences));
  }
}
