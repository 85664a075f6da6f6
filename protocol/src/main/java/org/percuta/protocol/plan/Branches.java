package org.percuta.protocol.plan;

import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.CalendarItem.Kind;
import org.percuta.protocol.model.Condition.Supply;

/**
 * Which instructions a person is shown, and the guard that none tells anyone to stop what was
 * prescribed, whatever the knowledge says.
 */
final class Branches {

  private static final String GUARD =
      "Do not stop it by yourself: before the session, ask the person who prescribed it.";

  private final KnownFacts facts;

  Branches(KnownFacts facts) {
    this.facts = facts;
  }

  /** An unknown fact is shown to be on the safe side, and an unknown supply shows both branches. */
  boolean isShown(CalendarItem item) {
    String fact = item.onlyIf();
    if (fact == null) {
      return true;
    }
    Supply supply = item.supply();
    return supply == null ? facts.mayBe(fact) : facts.maySupply(fact, supply);
  }

  Kind kind(CalendarItem item) {
    return isProhibitionOfPrescribed(item) ? Kind.ASK : item.kind();
  }

  String text(CalendarItem item) {
    String fact = item.onlyIf();
    if (isProhibitionOfPrescribed(item)) {
      return fact == null ? GUARD : facts.label(fact) + ", prescribed. " + GUARD;
    }
    boolean mayBePrescribed =
        fact != null
            && item.kind() == Kind.DONT
            && item.supply() == null
            && facts.hasSupply(fact)
            && facts.maySupply(fact, Supply.PRESCRIBED);
    return mayBePrescribed ? item.text() + " If it was prescribed: " + GUARD : item.text();
  }

  private boolean isProhibitionOfPrescribed(CalendarItem item) {
    String fact = item.onlyIf();
    return item.kind() == Kind.DONT
        && (item.supply() == Supply.PRESCRIBED
            || (item.supply() == null
                && fact != null
                && facts.hasSupply(fact)
                && facts.isSupplied(fact, Supply.PRESCRIBED)));
  }
}
