package org.percuta.clinic.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerProperties {

  /** What somebody tries: an entry of so many sessions, or, with none, a session held. */
  record Attempt(Ledger.Kind kind, int sessions) {}

  @Property
  void theBalanceNeverGoesBelowZeroAndEveryMovementIsExplained(
      @ForAll("histories") List<Attempt> history) {
    Ledger ledger = new Ledger(List.of(), List.of());
    for (Attempt attempt : history) {
      ledger = after(ledger, attempt);
      int left = 0;
      for (Ledger.Movement one : ledger.movements()) {
        left += one.change();
        assertThat(one.left()).isEqualTo(left).isNotNegative();
        assertThat(one.why()).isNotBlank();
      }
      assertThat(ledger.left()).isEqualTo(left);
      assertThat(ledger.bought() + ledger.credited() - ledger.returned() - ledger.used())
          .isEqualTo(left);
    }
  }

  @Property
  void aRefusedEntryChangesNothingAndSaysWhy(@ForAll("histories") List<Attempt> history) {
    Ledger ledger = new Ledger(List.of(), List.of());
    for (Attempt attempt : history) {
      Ledger before = ledger;
      ledger = after(ledger, attempt);
      if (attempt.sessions() > 0) {
        boolean refused = before.refusal(attempt.kind(), attempt.sessions()).isPresent();
        assertThat(refused).isEqualTo(before.equals(ledger));
      }
    }
  }

  @Property
  void whatWasWrittenEarlierIsNeverCountedDifferentlyLater(
      @ForAll("histories") List<Attempt> history) {
    Ledger ledger = new Ledger(List.of(), List.of());
    List<Ledger.Movement> seen = List.of();
    for (Attempt attempt : history) {
      ledger = after(ledger, attempt);
      assertThat(ledger.movements().subList(0, seen.size())).isEqualTo(seen);
      seen = ledger.movements();
    }
  }

  @Example
  void sessionsHeldBeforeThePurchaseAreNotUsedUpByIt() {
    Ledger ledger =
        new Ledger(
            List.of(new Ledger.Entry(Ledger.Kind.BOUGHT, 2, 1, "Quote", "Ada", Instant.EPOCH)),
            List.of("Session 1", "Session 2", "Session 3", "Session 4"));
    assertThat(ledger.used()).isEqualTo(2);
    assertThat(ledger.left()).isZero();
    assertThat(ledger.uncovered()).isEqualTo(1);
    assertThat(ledger.movements())
        .extracting(Ledger.Movement::why)
        .containsExactly("Quote", "Session 2", "Session 3", "Session 4");
    assertThat(ledger.refusal(Ledger.Kind.RETURN, 1)).contains("Nothing is left to return.");
  }

  private static Ledger after(Ledger ledger, Attempt attempt) {
    if (attempt.sessions() == 0) {
      List<String> held = new ArrayList<>(ledger.held());
      held.add("Session " + (held.size() + 1));
      return new Ledger(ledger.entries(), held);
    }
    if (ledger.refusal(attempt.kind(), attempt.sessions()).isPresent()) {
      return ledger;
    }
    List<Ledger.Entry> entries = new ArrayList<>(ledger.entries());
    entries.add(
        new Ledger.Entry(
            attempt.kind(),
            attempt.sessions(),
            ledger.held().size(),
            "reason",
            "Ada",
            Instant.EPOCH));
    return new Ledger(entries, ledger.held());
  }

  @Provide
  Arbitrary<List<Attempt>> histories() {
    return Combinators.combine(
            Arbitraries.of(Ledger.Kind.values()), Arbitraries.integers().between(0, 6))
        .as(Attempt::new)
        .list()
        .ofMaxSize(25);
  }
}
