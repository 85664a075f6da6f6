package org.percuta.clinic.dose;

import static org.percuta.clinic.dose.DoseWords.millimetres;
import static org.percuta.clinic.dose.DoseWords.percent;
import static org.percuta.clinic.dose.DoseWords.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.screening.GoalNames;
import org.percuta.planning.DoseAnswer;
import org.percuta.planning.DosePlanner;
import org.percuta.planning.DoseRange;
import org.percuta.planning.ProtocolLimit;
import org.percuta.planning.ProtocolLimits;
import org.percuta.planning.Refusal;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Setting;
import org.percuta.quantity.Range;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.Spread;
import org.percuta.skin.dosimetry.Device;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseNote;
import org.percuta.skin.dosimetry.Layer;
import org.percuta.skin.picture.CrossSection;
import org.percuta.skin.picture.DensityPicture;
import org.springframework.stereotype.Component;

/** Puts limits and figures into words. */
@Component
class DosePages {

  private static final double PERCENT = 100;
  private static final String WHOLE = "%,.0f";

  /** The devices that can be chosen: those the protocol offers. */
  Map<String, String> devices(DosePlanner planner) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("", "Choose…");
    planner
        .offered(Setting.CLINIC)
        .forEach(device -> words.put(device.id(), DoseWords.device(device)));
    return words;
  }

  /** What binds and what informs here, for every device that is offered. */
  DoseView.Limits limits(DosePlanner planner, Goal goal) {
    Traces traces = Traces.of(planner.knowledge());
    List<ProtocolLimits> all = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Device device : planner.offered(Setting.CLINIC)) {
      planner
          .findLimits(device.id(), goal)
          .filter(limits -> seen.add(limits.device().id()))
          .ifPresent(all::add);
    }
    List<DoseView.Limit> binding = new ArrayList<>();
    for (ProtocolLimits limits : all) {
      limits
          .find(ProtocolLimit.What.DEPTH)
          .ifPresent(limit ->
              binding.add(
                  new DoseView.Limit(
                      "Deepest setting, " + GoalNames.lower(limits.device().label()),
                      millimetres(limit.most()),
                      note(limit),
                      traces.of(limit.source()))));
    }
    all.stream()
        .flatMap(limits -> limits.find(ProtocolLimit.What.PASSES).stream())
        .findFirst()
        .ifPresent(limit ->
            binding.add(
                new DoseView.Limit(
                    "Most passes over one area",
                    say(WHOLE, limit.most()),
                    note(limit),
                    traces.of(limit.source()))));
    List<DoseView.Limit> informing =
        all.stream()
            .flatMap(limits -> limits.informing().stream())
            .distinct()
            .map(window ->
                new DoseView.Limit(basis(window), span(window), window.note(), traces.of(window)))
            .toList();
    return new DoseView.Limits(new GoalNames(planner.knowledge()).words(goal), binding, informing);
  }

  DoseView.Refused refused(DosePlanner planner, List<Refusal> refusals, Goal goal) {
    String about = new GoalNames(planner.knowledge()).words(goal);
    Traces traces = Traces.of(planner.knowledge());
    return new DoseView.Refused(
        refusals.stream().map(refusal -> reason(refusal, about, traces)).toList());
  }

  private static DoseView.Limit reason(Refusal refusal, String about, Traces traces) {
    ProtocolLimit limit = refusal.limit();
    String words =
        switch (limit.what()) {
          case DEVICE -> "The protocol does not offer this device.";
          case DEPTH ->
              "The setting of "
                  + millimetres(refusal.asked())
                  + " is past "
                  + millimetres(limit.most())
                  + ", the deepest that is allowed for: "
                  + about
                  + ".";
          case PASSES ->
              say(
                  "%,.0f passes are more than %,.0f, the most over one area.",
                  refusal.asked(), limit.most());
        };
    return new DoseView.Limit(words, "", note(limit), traces.of(limit.source()));
  }

  DoseView.Figures figures(
      DosePlanner planner,
      DoseAnswer.Allowed allowed,
      ProtocolLimits limits,
      boolean suggested,
      DoseView.@Nullable Keep keep) {
    DoseRange range = allowed.dose();
    Dose best = range.best();
    String place = new GoalNames(planner.knowledge()).site(allowed.asked().goal().site());
    return new DoseView.Figures(
        suggested,
        DoseWords.setting(allowed.asked(), best.setting().device(), place),
        within(limits),
        notes(best, limits),
        rows(range),
        layers(range),
        CrossSection.drawing(best),
        say(
            "Mean thickness by %s. Dashed: the setting, %.2f mm. Bar: where nine tips in ten end,"
                + " %.2f to %.2f mm.",
            best.setting().site().method().name().toLowerCase(Locale.ROOT),
            best.setting().depth_mm(),
            best.penetration_mm().p05(),
            best.penetration_mm().p95()),
        DensityPicture.of(best),
        keep);
  }

  private static String within(ProtocolLimits limits) {
    List<String> words = new ArrayList<>();
    limits
        .find(ProtocolLimit.What.DEPTH)
        .ifPresent(limit -> words.add("at most " + millimetres(limit.most())));
    limits
        .find(ProtocolLimit.What.PASSES)
        .ifPresent(limit -> words.add(say("at most %,.0f passes", limit.most())));
    return "Within the limits of the protocol: " + String.join(", ", words) + ".";
  }

  private static List<String> notes(Dose dose, ProtocolLimits limits) {
    List<String> notes = new ArrayList<>();
    double depth = dose.setting().depth_mm();
    if (limits.evaluated_mm().isPresent() && depth > limits.evaluated_mm().getAsDouble()) {
      notes.add(
          millimetres(depth)
              + " is past "
              + millimetres(limits.evaluated_mm().getAsDouble())
              + ", the deepest that a label evaluated on the face.");
    }
    for (DepthWindow window : limits.informing()) {
      if (depth < window.low_mm() || depth > window.high_mm()) {
        notes.add(
            millimetres(depth)
                + " is outside "
                + span(window)
                + " of a source ("
                + basis(window).toLowerCase(Locale.ROOT)
                + ").");
      }
    }
    dose.limits().stream().filter(DoseNote::exceeded).map(DoseNote::message).forEach(notes::add);
    return notes;
  }

  private static List<DoseView.Row> rows(DoseRange range) {
    Dose best = range.best();
    double few = best.setting().parameters().value(DoseParameter.UNDERTREATED_BELOW);
    double many = best.setting().parameters().value(DoseParameter.OVERTREATED_ABOVE);
    Spread density = range.spread(Dose::density_cm2);
    Spread coverage = range.spread(Dose::coverage);
    Spread tips = range.spread(Dose::penetration_mm);
    Spread open = range.spread(Dose::channelOpen_h);
    return List.of(
        new DoseView.Row(
            "Punctures per cm²",
            say(WHOLE, density.mean()),
            DoseWords.range(density, WHOLE, 1),
            say("%.1f from one pass", best.perPass_cm2())),
        new DoseView.Row(
            "Surface opened",
            say("%.1f %%", PERCENT * coverage.mean()),
            DoseWords.range(coverage, "%.1f", PERCENT) + " %",
            "by all channels together"),
        share(
            "Area under-treated",
            range.range(Dose::undertreated),
            best.undertreated(),
            say("punctures under %.0f %% of the average", PERCENT * few)),
        share(
            "Area over-treated",
            range.range(Dose::overtreated),
            best.overtreated(),
            say("punctures over %.0f %% of the average", PERCENT * many)),
        new DoseView.Row(
            "Tips end at",
            millimetres(tips.mean()),
            DoseWords.range(tips, "%.2f", 1) + " mm",
            "the setting is not the depth reached"),
        share(
            "Chance of pinpoint bleeding",
            range.range(Dose::bleedingPerCm2),
            best.bleedingPerCm2(),
            "at least one point on a square centimetre"),
        new DoseView.Row(
            "Channels open",
            say("%.0f h", open.mean()),
            DoseWords.range(open, "%.0f", 1) + " h",
            "measurements disagree, from 2 to 72 h; keep to the longest"),
        new DoseView.Row(
            "Needling time",
            best.minutes() > 0 && best.minutes() < 1
                ? "under 1 min"
                : say("%,.0f min", best.minutes()),
            "",
            say("for %,.0f cm², without numbing and set-up", best.setting().area_cm2())));
  }

  private static List<DoseView.Row> layers(DoseRange range) {
    List<DoseView.Row> rows = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      rows.add(
          share(
              DoseWords.capital(layer.words()),
              range.range(dose -> dose.layers().getOrDefault(layer, 0.0)),
              range.best().layers().getOrDefault(layer, 0.0),
              percent(range.best().reaches(layer))));
    }
    return rows;
  }

  private static DoseView.Row share(String name, Range range, double best, String meaning) {
    return new DoseView.Row(name, percent(best), percent(range), meaning);
  }

  private static String note(ProtocolLimit limit) {
    return switch (limit.source()) {
      case DepthWindow window -> window.note();
      case org.percuta.protocol.model.Device device -> device.note();
      case HouseSetting setting -> setting.why();
      default -> "";
    };
  }

  private static String basis(DepthWindow window) {
    String devices =
        window.devices().isEmpty()
            ? ""
            : ", "
                + String.join(
                    " and ",
                    window.devices().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList());
    return switch (window.basis()) {
          case LABEL -> "Label";
          case STUDY -> "Study";
          case PRACTICE -> "Practice";
        }
        + devices;
  }

  private static String span(DepthWindow window) {
    return window.low_mm() == window.high_mm()
        ? millimetres(window.high_mm())
        : say("%.2f to %.2f mm", window.low_mm(), window.high_mm());
  }
}
