package org.percuta.protocol.validate;

import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.NotModelled;

/** Every claim is carried out by an item or says why not; every reading is applied somewhere. */
final class CoverageCheck {

  private static final double MOST_NOT_MODELLED = 0.05;

  private final Knowledge knowledge;
  private final Report report;

  CoverageCheck(Knowledge knowledge, Report report) {
    this.knowledge = knowledge;
    this.report = report;
  }

  void run() {
    Coverage coverage = Coverage.of(knowledge);
    for (Claim claim : knowledge.claims().values()) {
      boolean used = coverage.usedBy().containsKey(claim.id());
      boolean excused = coverage.notModelled().contains(claim.id());
      if (!used && !excused) {
        report.error(
            "PX-0340",
            claim,
            "id",
            claim.id(),
            "No item carries the claim out.",
            "Maybe name it in an item's claims, or in not-modelled.yaml with a reason?");
      } else if (used && excused) {
        report.error("PX-0341", claim, "id", claim.id(), "It is used, yet listed as not modelled.");
      }
      if (!claim.use().equals(coverage.kindsUsing(claim.id()))) {
        report.error(
            "PX-0342",
            claim,
            "use",
            claim.id(),
            "Marked as used by "
                + claim.use()
                + "; it is used by "
                + coverage.kindsUsing(claim.id())
                + ".",
            "Maybe run the tests once with -Dpercuta.write=true?");
      }
    }
    for (NotModelled entry : knowledge.notModelled()) {
      report.mustKnow(
          entry, "claim", "not-modelled", "claim", entry.claim(), knowledge.claims().keySet());
    }
    for (Conflict conflict : knowledge.conflicts().values()) {
      if (!coverage.appliedConflicts().contains(conflict.id())) {
        report.error("PX-0343", conflict, "id", conflict.id(), "No item applies the reading.");
      }
    }
    if (knowledge.notModelled().size() > MOST_NOT_MODELLED * knowledge.claims().size()) {
      report.warning(
          "PX-0344",
          knowledge.notModelled().getLast(),
          "claim",
          "not-modelled",
          knowledge.notModelled().size() + " claims are not modelled, more than 5 %.");
    }
  }
}
