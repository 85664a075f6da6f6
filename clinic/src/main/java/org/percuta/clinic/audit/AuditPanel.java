package org.percuta.clinic.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.TodayPanel;
import org.springframework.stereotype.Component;

/** On the page of today: what an auditor looks at first. */
@Component
class AuditPanel implements TodayPanel {

  private static final int ORDER = 5;
  private static final Duration SPAN = Duration.ofDays(7);

  private final AuditRepository repository;
  private final Clock clock;

  AuditPanel(AuditRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.AUDITOR);
  }

  @Override
  public Panel of(Actor actor) {
    Map<String, Long> counts = repository.countSince(clock.instant().minus(SPAN));
    List<Line> lines = new ArrayList<>();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    if (all > 0) {
      lines.add(new Line(words(all, "entry", "entries"), "of every kind", "/audit"));
      add(lines, counts, Audit.Action.SIGN_IN_REFUSED, "refused sign-in", "refused sign-ins");
      add(lines, counts, Audit.Action.EXPORT, "copy handed out", "copies handed out");
      add(lines, counts, Audit.Action.ERASE, "erasure", "erasures");
      add(lines, counts, Audit.Action.WITHDRAW, "withdrawal", "withdrawals");
    }
    return new Panel(
        "Audit of the last 7 days",
        lines,
        "Nobody opened or changed anything in these days. The audit shows what was before.",
        "/audit",
        "Open and check the audit");
  }

  /** Said also when it never happened: that is what an auditor wants to know. */
  private static void add(
      List<Line> lines, Map<String, Long> counts, Audit.Action action, String one, String more) {
    long times = counts.getOrDefault(action.name(), 0L);
    lines.add(
        new Line(
            words(times, one, more),
            times == 0 ? "none" : "see which",
            "/audit?what=" + action.name()));
  }

  private static String words(long times, String one, String more) {
    return times + " " + (times == 1 ? one : more);
  }
}
