package org.percuta.clinic.governance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.SettingChange;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;

/**
 * Who stands behind the items of grade H at one clinic.
 *
 * @param changes the last act on each setting
 */
record Standing(List<SettingChange> changes, Map<ApprovalRepository.Key, Approved> approvals) {

  /** A named clinician's approval. */
  record Approved(String name, Instant at, String note) {}

  /** The last act on a setting, if it can still hold. */
  Optional<SettingChange> findChange(HouseSetting setting) {
    return changes.stream().filter(change -> change.fits(setting)).findFirst();
  }

  Optional<Approved> find(Item item) {
    if (item.record() instanceof HouseSetting setting) {
      return findChange(setting)
          .map(change -> new Approved(change.name(), change.at(), change.reason()));
    }
    return Optional.ofNullable(approvals.get(ApprovalRepository.Key.of(item)));
  }

  /** Whether a clinician still has to look at it. */
  boolean isOpen(Item item) {
    return item.needsApproval() && find(item).isEmpty();
  }

  long countOpen(Knowledge knowledge, ItemKind kind) {
    return kind.list(knowledge).stream().filter(this::isOpen).count();
  }
}
