package org.percuta.clinic.governance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.Acceptance;
import org.percuta.clinic.knowledge.ClinicSettings;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.knowledge.SettingChange;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.ContentUnreadable;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.io.KnowledgeDiff;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Coverage;
import org.springframework.stereotype.Component;

/** Makes what the page about waiting content shows; in a clinic transaction. */
@Component
class UpgradePages {

  /** Changes of wording that are listed; all are counted. What can decide is always listed. */
  private static final int MOST_WORDING = 200;

  private final Protocols protocols;
  private final ClinicSettings settings;
  private final ApprovalRepository approvals;
  private final UpgradePreviews previews;
  private final Patients patients;

  UpgradePages(
      Protocols protocols,
      ClinicSettings settings,
      ApprovalRepository approvals,
      UpgradePreviews previews,
      Patients patients) {
    this.protocols = protocols;
    this.settings = settings;
    this.approvals = approvals;
    this.previews = previews;
    this.patients = patients;
  }

  /** One item that differs, in words. */
  record Change(String what, String kind, String title, String id, List<Part> parts) {}

  record Part(String name, String before, String after) {}

  /** One content that came into force. */
  record Accepted(String version, String digest, String when, String who, String reason) {}

  /**
   * How far the comparison with the clinic's patients is.
   *
   * @param begun false before somebody asked for it
   */
  record PreviewPart(
      boolean begun,
      UpgradePreview.Snapshot now,
      String day,
      int mostShown,
      boolean mayAccept,
      boolean waiting,
      String to,
      int number,
      Form form) {

    boolean mayBegin() {
      return waiting && (!begun || now.state() == UpgradePreview.State.FAILED);
    }
  }

  /**
   * @param unreadable why the content in force cannot be read; empty when it can
   * @param ownNumbers the clinic's own numbers that the waiting content does not allow
   */
  record UpgradePage(
      boolean waiting,
      String version,
      String digest,
      String unreadable,
      List<Change> deciding,
      List<Change> wording,
      int wordingAll,
      List<String> ownNumbers,
      long toApprove,
      PreviewPart preview,
      List<Accepted> history,
      Form form) {}

  UpgradePage page(Actor actor, Form form) {
    List<Acceptance> accepted = protocols.listAccepted();
    Knowledge offered = protocols.offered().knowledge();
    boolean waiting = protocols.isUpgradeWaiting();
    Optional<Knowledge> before = Optional.empty();
    String unreadable = "";
    try {
      before =
          protocols
              .at(actor.clinic(), accepted.getFirst().digest(), 0)
              .map(held -> held.knowledge());
    } catch (ContentUnreadable e) {
      unreadable = String.valueOf(e.getMessage());
    }
    Knowledge after = protocols.at(actor.clinic(), offered.digest(), 0).orElseThrow().knowledge();
    List<KnowledgeDiff.Change> changes =
        waiting && before.isPresent() ? KnowledgeDiff.between(before.get(), after) : List.of();
    Map<String, String> titles = new HashMap<>();
    before.ifPresent(knowledge -> titles.putAll(titles(knowledge)));
    titles.putAll(titles(after));
    List<KnowledgeDiff.Change> wording =
        changes.stream().filter(change -> !change.decides()).toList();
    return new UpgradePage(
        waiting,
        offered.version(),
        Words.digest(offered.digest()),
        unreadable,
        changes.stream()
            .filter(KnowledgeDiff.Change::decides)
            .map(change -> change(change, titles))
            .toList(),
        wording.stream().limit(MOST_WORDING).map(change -> change(change, titles)).toList(),
        wording.size(),
        waiting ? ownNumbers(after) : List.of(),
        waiting ? toApprove(offered) : 0,
        preview(actor, form),
        accepted.stream().map(one -> accepted(actor, one)).toList(),
        form);
  }

  PreviewPart preview(Actor actor, Form form) {
    UpgradePreview.Key key = previews.key(actor.clinic(), patients.today(actor));
    Optional<UpgradePreview> preview = previews.find(key);
    return new PreviewPart(
        preview.isPresent(),
        preview
            .map(UpgradePreview::now)
            .orElse(new UpgradePreview.Snapshot(UpgradePreview.State.RUNNING, 0, 0, 0, List.of())),
        org.percuta.clinic.knowledge.Dates.day(key.on()),
        UpgradePreview.MOST_SHOWN,
        actor.is(Role.CLINICIAN),
        protocols.isUpgradeWaiting(),
        key.to(),
        protocols.accepted().number(),
        form);
  }

  private List<String> ownNumbers(Knowledge after) {
    return settings.listLatest().stream()
        .filter(change -> !fits(change, after))
        .map(change ->
            change.setting()
                + ": "
                + Words.number(change.value())
                + " "
                + Words.unit(change.unit(), change.value()))
        .toList();
  }

  private static boolean fits(SettingChange change, Knowledge after) {
    HouseSetting setting = after.settings().get(change.setting());
    return setting != null && change.fits(setting);
  }

  private long toApprove(Knowledge offered) {
    Standing standing = new Standing(settings.listLatest(), approvals.list());
    long open = 0;
    for (ItemKind kind : ItemKind.values()) {
      open += standing.countOpen(offered, kind);
    }
    return open;
  }

  private static Map<String, String> titles(Knowledge knowledge) {
    Map<String, String> titles = new HashMap<>();
    knowledge
        .sourced()
        .forEach(item -> titles.put(Coverage.kind(item) + " " + item.id(), Item.title(item)));
    knowledge.claims().forEach((id, claim) -> titles.put("claim " + id, claim.statement()));
    knowledge.literature().forEach((id, fact) -> titles.put("literature " + id, fact.statement()));
    knowledge.conflicts().forEach((id, one) -> titles.put("conflict " + id, one.title()));
    knowledge.sources().forEach((id, source) -> titles.put("source " + id, source.citation()));
    return titles;
  }

  private static Change change(KnowledgeDiff.Change change, Map<String, String> titles) {
    return new Change(
        switch (change.what()) {
          case ADDED -> "Added";
          case REMOVED -> "Removed";
          case CHANGED -> "Changed";
        },
        Words.key(change.kind()),
        titles.getOrDefault(change.kind() + " " + change.id(), change.id()),
        change.id(),
        change.parts().stream()
            .map(part ->
                new Part(
                    Words.key(part.name()), Words.plain(part.before()), Words.plain(part.after())))
            .toList());
  }

  private static Accepted accepted(Actor actor, Acceptance one) {
    return new Accepted(
        one.version(),
        Words.digest(one.digest()),
        Words.at(one.at(), actor.zone()),
        one.by(),
        one.reason());
  }
}
