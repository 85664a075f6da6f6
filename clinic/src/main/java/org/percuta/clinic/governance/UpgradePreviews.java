package org.percuta.clinic.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.errors.ContentUnreadable;
import org.percuta.clinic.platform.security.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds out which verdicts change, off the request, a few patients a transaction. The answer is
 * kept in memory, one a clinic: after a restart it is found out again.
 */
@Component
class UpgradePreviews {

  private static final Logger LOG = LoggerFactory.getLogger(UpgradePreviews.class);
  private static final int AT_ONCE = 50;
  private static final long SHORT_MS = 1_500;

  private final Protocols protocols;
  private final Rescreening rescreening;
  private final ClinicTransactions transactions;
  private final Map<ClinicId, UpgradePreview> previews = new ConcurrentHashMap<>();

  UpgradePreviews(Protocols protocols, Rescreening rescreening, ClinicTransactions transactions) {
    this.protocols = protocols;
    this.rescreening = rescreening;
    this.transactions = transactions;
  }

  /** What stands between the two contents as of that day; in the clinic's transaction. */
  UpgradePreview.Key key(ClinicId clinic, LocalDate on) {
    InForce offered = protocols.offered();
    return new UpgradePreview.Key(
        clinic, protocols.accepted().digest(), offered.digest(), offered.settingsVersion(), on);
  }

  /** The preview of exactly this, if it was begun. */
  Optional<UpgradePreview> find(UpgradePreview.Key key) {
    return Optional.ofNullable(previews.get(key.clinic()))
        .filter(preview -> preview.key().equals(key));
  }

  /** Begins it unless it is running, and waits a moment; outside of a transaction. */
  void begin(Actor actor, UpgradePreview.Key key) {
    UpgradePreview fresh = new UpgradePreview(key);
    UpgradePreview preview =
        previews.compute(
            key.clinic(),
            (_, had) ->
                had != null && had.key().equals(key) && had.now().isRunning() ? had : fresh);
    if (preview == fresh) {
      Thread.ofVirtual().name("upgrade-preview").start(() -> run(actor, fresh));
    }
    preview.await(SHORT_MS);
  }

  private void run(Actor actor, UpgradePreview preview) {
    try {
      List<Rescreening.Target> targets = transactions.in(actor.clinic(), rescreening::listTargets);
      preview.begin(targets.size());
      for (int from = 0; from < targets.size(); from += AT_ONCE) {
        List<Rescreening.Target> some =
            targets.subList(from, Math.min(from + AT_ONCE, targets.size()));
        preview.add(
            some.size(),
            transactions.in(actor.clinic(), () -> compare(actor, preview.key(), some)));
      }
      preview.end(UpgradePreview.State.DONE);
    } catch (RuntimeException e) {
      // Whatever it was, the page says that it is not finished, and nothing can be accepted on it.
      LOG.warn("The preview of waiting content stopped", e);
      preview.end(UpgradePreview.State.FAILED);
    }
  }

  private List<Rescreening.Difference> compare(
      Actor actor, UpgradePreview.Key key, List<Rescreening.Target> targets) {
    InForce after = protocols.offered();
    Optional<InForce> before = before();
    if (!key(key.clinic(), key.on()).equals(key)) {
      throw new IllegalStateException("Settings or content changed while it ran");
    }
    List<Rescreening.Difference> found = new ArrayList<>();
    for (Rescreening.Target target : targets) {
      found.addAll(rescreening.compare(actor, target, before, after, key.on()));
    }
    return found;
  }

  private Optional<InForce> before() {
    try {
      return Optional.of(protocols.here());
    } catch (ContentUnreadable e) {
      return Optional.empty();
    }
  }
}
