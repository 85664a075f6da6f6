package org.percuta.clinic.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.clinic.platform.errors.ContentUnreadable;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.TodayPanel;
import org.springframework.stereotype.Component;

/** On the page of today: what of the clinical content waits for a clinician. */
@Component
class GovernancePanel implements TodayPanel {

  private static final int ORDER = 80;

  private final Governance governance;
  private final Protocols protocols;

  GovernancePanel(Governance governance, Protocols protocols) {
    this.governance = governance;
    this.protocols = protocols;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.OWNER, Role.CLINICIAN, Role.AUDITOR);
  }

  @Override
  public Panel of(Actor actor) {
    List<Line> lines = new ArrayList<>();
    String upgrade = actor.is(Role.AUDITOR) ? "/knowledge" : "/knowledge/upgrade";
    if (protocols.isUpgradeWaiting()) {
      lines.add(new Line("New content waits", "not in force yet", upgrade));
    }
    try {
      long open = governance.standing().countOpen(governance.now().knowledge(), ItemKind.SETTINGS);
      if (open > 0) {
        lines.add(
            new Line(
                open == 1 ? "1 setting" : open + " settings",
                "not yet approved",
                "/knowledge/settings?open=1"));
      }
    } catch (ContentUnreadable e) {
      lines.add(new Line("The content in force cannot be read", "no verdict", upgrade));
    }
    return new Panel(
        "Clinical content",
        lines,
        "Up to date, and every setting has a clinician behind it.",
        "/knowledge",
        "Open the clinical content");
  }
}
