package org.percuta.clinic.quotes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a course that were bought ahead: what came in, what was used, what is left. Only
 * what was written is stored; the balance is counted from it and from the sessions held.
 *
 * @param entries in the order they were written
 * @param held the sessions held, in words, in the order they were held
 */
record Ledger(List<Entry> entries, List<String> held) {

  Ledger {
    entries = List.copyOf(entries);
    held = List.copyOf(held);
  }

  /** What changes a balance beside a session. */
  enum Kind {
    BOUGHT("Bought"),
    CREDIT("Credited"),
    RETURN("Returned");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * One entry.
   *
   * @param sessions how many, above zero
   * @param heldBefore how many sessions of the course had been held when it was written
   */
  record Entry(Kind kind, int sessions, int heldBefore, String reason, String by, Instant at) {}

  /**
   * One change of the balance, and why.
   *
   * @param change above zero for what came in; zero for a session the package did not cover
   * @param left the balance afterwards
   */
  record Movement(String what, String why, int change, int left, String by, @Nullable Instant at) {}

  /** Every movement from the first purchase on, oldest first. */
  List<Movement> movements() {
    List<Movement> movements = new ArrayList<>();
    int left = 0;
    int next = 0;
    for (int done = 0; done <= held.size(); done++) {
      boolean last = done == held.size();
      while (next < entries.size() && (last || entries.get(next).heldBefore() <= done)) {
        Entry entry = entries.get(next++);
        int change = entry.kind() == Kind.RETURN ? -entry.sessions() : entry.sessions();
        left += change;
        movements.add(
            new Movement(
                entry.kind().word(), entry.reason(), change, left, entry.by(), entry.at()));
      }
      if (!last && next > 0) {
        int change = left > 0 ? -1 : 0;
        left += change;
        movements.add(
            new Movement(
                change == 0 ? "Not covered" : "Used", held.get(done), change, left, "", null));
      }
    }
    return List.copyOf(movements);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  int bought() {
    return sum(Kind.BOUGHT);
  }

  int credited() {
    return sum(Kind.CREDIT);
  }

  int returned() {
    return sum(Kind.RETURN);
  }

  /** Sessions held that the package paid for. */
  int used() {
    return (int) movements().stream().filter(one -> one.at() == null && one.change() < 0).count();
  }

  /** Sessions held after the purchase that it did not pay for. */
  int uncovered() {
    return (int) movements().stream().filter(one -> one.at() == null && one.change() == 0).count();
  }

  int left() {
    List<Movement> movements = movements();
    return movements.isEmpty() ? 0 : movements.getLast().left();
  }

  private int sum(Kind kind) {
    return entries.stream().filter(one -> one.kind() == kind).mapToInt(Entry::sessions).sum();
  }

  /** Why an entry cannot be written; empty when it can. */
  Optional<String> refusal(Kind kind, int sessions) {
    if (kind != Kind.BOUGHT && entries.isEmpty()) {
      return Optional.of("No package of this course has been bought yet.");
    }
    if (kind == Kind.RETURN && sessions > left()) {
      return Optional.of(
          left() == 0
              ? "Nothing is left to return."
              : "Only " + left() + " left, so " + sessions + " cannot be returned.");
    }
    return Optional.empty();
  }
}
