package org.percuta.clinic.governance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percuta.clinic.knowledge.ClinicSettings;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.SettingChange;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.platform.web.Form;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Rule;
import org.springframework.stereotype.Component;

/** Makes what the pages of the settings show; in a clinic transaction. */
@Component
class SettingPages {

  private final Governance governance;
  private final ClinicSettings settings;

  SettingPages(Governance governance, ClinicSettings settings) {
    this.governance = governance;
    this.settings = settings;
  }

  /** One setting among others. */
  record Line(
      String address,
      String label,
      String here,
      String shipped,
      String range,
      String state,
      String tag) {}

  /**
   * All settings, or those without a clinician behind them.
   *
   * @param version of the clinic's settings
   */
  record ListPage(List<Line> lines, int version, long open, boolean onlyOpen, long all) {}

  /** One act on a setting. */
  record Act(String when, String who, String what, String reason, int version) {}

  /** Something else the page points to. */
  record Link(String words, String address) {}

  /**
   * @param stale why the clinic's last number does not hold; empty when it does
   * @param seen version of the last act on it; 0 before the first
   */
  record OnePage(
      String id,
      String label,
      String here,
      String number,
      String shipped,
      String range,
      String unit,
      String why,
      Trace trace,
      String state,
      String tag,
      boolean open,
      String stale,
      List<Link> rules,
      String elsewhere,
      boolean nothing,
      List<Link> said,
      List<Act> acts,
      int seen,
      boolean mayDecide,
      Form form) {}

  ListPage list(Actor actor, boolean onlyOpen) {
    InForce now = governance.now();
    Knowledge shipped = governance.asShipped(actor.clinic());
    Standing standing = governance.standing();
    List<HouseSetting> all = List.copyOf(now.knowledge().settings().values());
    List<Line> lines =
        all.stream()
            .filter(setting -> !onlyOpen || isOpen(standing, setting))
            .map(setting -> line(actor, standing, setting, shipped))
            .toList();
    return new ListPage(
        lines,
        now.settingsVersion(),
        all.stream().filter(setting -> isOpen(standing, setting)).count(),
        onlyOpen,
        all.size());
  }

  private static boolean isOpen(Standing standing, HouseSetting setting) {
    return standing.isOpen(Item.of(ItemKind.SETTINGS, setting, setting));
  }

  private static Line line(
      Actor actor, Standing standing, HouseSetting setting, Knowledge shipped) {
    return new Line(
        "/knowledge/settings/" + setting.id(),
        setting.label(),
        Words.value(setting, setting.value()),
        shippedValue(setting, shipped),
        Words.range(setting),
        state(actor, standing, setting),
        isOpen(standing, setting) ? "amber" : "sage");
  }

  private static String shippedValue(HouseSetting setting, Knowledge shipped) {
    HouseSetting original = shipped.settings().get(setting.id());
    return Words.value(setting, original == null ? setting.value() : original.value());
  }

  private static String state(Actor actor, Standing standing, HouseSetting setting) {
    if (setting.grade() != Grade.H) {
      return "Sourced: not a clinic setting";
    }
    return standing
        .findChange(setting)
        .map(change ->
            "Approved as clinic setting by "
                + change.name()
                + ", "
                + Words.at(change.at(), actor.zone()))
        .orElse("Not yet approved");
  }

  OnePage one(Actor actor, HouseSetting setting, Form form) {
    Knowledge shipped = governance.asShipped(actor.clinic());
    Standing standing = governance.standing();
    List<SettingChange> history = settings.listHistory(setting.id());
    SettingUse use = SettingUse.of(governance.now().knowledge(), setting);
    String number = Words.number(setting.value());
    return new OnePage(
        setting.id(),
        setting.label(),
        Words.value(setting, setting.value()),
        number,
        shippedValue(setting, shipped),
        Words.range(setting),
        Words.unit(setting.unit(), 2),
        setting.why(),
        Traces.in(shipped, "/knowledge/trace/").of(setting),
        state(actor, standing, setting),
        isOpen(standing, setting) ? "amber" : "sage",
        isOpen(standing, setting),
        stale(history, setting).orElse(""),
        use.rules().stream().map(SettingPages::link).toList(),
        use.elsewhere(),
        use.isNothing(),
        use.said().stream().map(item -> new Link(words(item), item.address())).toList(),
        history.stream().map(act -> act(actor, setting, act)).toList(),
        history.isEmpty() ? 0 : history.getFirst().version(),
        actor.is(Role.CLINICIAN) && setting.grade() == Grade.H,
        form.value("value").isEmpty() && form.isValid() ? Form.of(Map.of("value", number)) : form);
  }

  private static Optional<String> stale(List<SettingChange> history, HouseSetting setting) {
    return history.stream()
        .findFirst()
        .filter(last -> !last.fits(setting))
        .map(last ->
            "The clinic's own number, "
                + Words.number(last.value())
                + " "
                + Words.unit(last.unit(), last.value())
                + ", does not fit the content in force, so the number as shipped holds until a"
                + " clinician decides.");
  }

  private static Link link(Rule rule) {
    return new Link(rule.title(), ItemKind.RULES.address() + "/" + rule.id());
  }

  private static String words(Item item) {
    return item.text().isEmpty() ? item.title() : item.title() + ". " + item.text();
  }

  private static Act act(Actor actor, HouseSetting setting, SettingChange act) {
    return new Act(
        Words.at(act.at(), actor.zone()),
        act.name(),
        act.isApproval()
            ? "Approved " + Words.value(setting, act.value())
            : Words.value(setting, act.before()) + " → " + Words.value(setting, act.value()),
        act.reason(),
        act.version());
  }
}
