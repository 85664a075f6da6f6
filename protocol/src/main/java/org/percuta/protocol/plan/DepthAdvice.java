package org.percuta.protocol.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.SiteMap;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Device;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;
import org.percuta.quantity.Depth;

/**
 * What the sources say about the depth of a device at a site for a concern. Limits of the device
 * and of a label bind, studies and practice inform. There is no default: the clinician enters a
 * depth, and this says what speaks against it (conflict C35).
 *
 * @param binding label windows that apply
 * @param informing windows of studies and practice that apply, file order
 * @param cap the deepest setting that is allowed; absent when neither the device nor a label has
 *     one
 */
public record DepthAdvice(
    Device device,
    Goal goal,
    List<DepthWindow> binding,
    List<DepthWindow> informing,
    @Nullable Depth cap,
    boolean facial) {

  private static final String FACE = "face";
  private static final Place PLACE = Place.of("depth");

  public static DepthAdvice of(Knowledge knowledge, Device device, Goal goal) {
    SiteMap sites = new SiteMap(knowledge.sites());
    List<DepthWindow> all =
        knowledge.depths().stream()
            .filter(
                window -> window.devices().isEmpty() || window.devices().contains(device.kind()))
            .filter(window -> isFor(window, goal, sites))
            .toList();
    List<DepthWindow> binding =
        all.stream().filter(window -> window.basis() == DepthWindow.Basis.LABEL).toList();
    return new DepthAdvice(
        device,
        goal,
        binding,
        all.stream().filter(window -> window.basis() != DepthWindow.Basis.LABEL).toList(),
        Stream.concat(
                Stream.ofNullable(device.maxDepth_mm()), binding.stream().map(DepthWindow::high_mm))
            .min(Comparator.naturalOrder())
            .map(Depth::millimetres)
            .orElse(null),
        sites.overlap(FACE, goal.site()));
  }

  /** Whether a window speaks of the goal, whatever the device. */
  static boolean isFor(DepthWindow window, Goal goal, SiteMap sites) {
    return (window.concerns().isEmpty() || window.concerns().contains(goal.concern()))
        && (window.sites().isEmpty()
            || window.sites().stream().anyMatch(site -> sites.overlap(site, goal.site())));
  }

  /** The deepest setting that is allowed, if any source gives one. */
  public Optional<Depth> findCap() {
    return Optional.ofNullable(cap);
  }

  /**
   * What speaks against a depth: an error past a binding limit or with a device that is not offered
   * there, a warning outside a study or past what the label evaluated.
   */
  public List<Finding> check(Depth depth) {
    List<Finding> findings = new ArrayList<>();
    if (!device.offered() || !device.use().contains(goal.setting())) {
      findings.add(
          Finding.error(
              "PX-0520",
              device.label() + " is not offered for " + goal + ".",
              device.id(),
              PLACE,
              null));
    }
    Double evaluated = device.labelDepth_mm();
    if (cap != null && depth.compareTo(cap) > 0) {
      findings.add(
          Finding.error(
              "PX-0521",
              "Needle depth "
                  + depth
                  + " exceeds "
                  + cap
                  + ", the limit of "
                  + limitedBy(cap)
                  + " for "
                  + goal
                  + ".",
              device.id(),
              PLACE,
              "Maybe " + cap + " or less?"));
    } else if (facial && evaluated != null && depth.millimetres() > evaluated) {
      findings.add(
          Finding.warning(
              "PX-0524",
              "Needle depth "
                  + depth
                  + " is past "
                  + Depth.millimetres(evaluated)
                  + ", the deepest that a label of "
                  + device.label()
                  + " evaluated on the face.",
              device.id(),
              PLACE,
              null));
    }
    for (DepthWindow window : informing) {
      if (depth.millimetres() < window.low_mm() || depth.millimetres() > window.high_mm()) {
        findings.add(outside(depth, window));
      }
    }
    if (cap == null && informing.isEmpty()) {
      findings.add(
          Finding.warning(
              "PX-0523",
              "No source gives a depth for " + device.label() + " and " + goal + ".",
              device.id(),
              PLACE,
              null));
    }
    return List.copyOf(findings);
  }

  private static Finding outside(Depth depth, DepthWindow window) {
    String where = window.sites().isEmpty() ? "" : " at " + String.join(", ", window.sites());
    return Finding.warning(
        "PX-0522",
        "Needle depth "
            + depth
            + " is outside "
            + Depth.millimetres(window.low_mm())
            + " to "
            + Depth.millimetres(window.high_mm())
            + where
            + " of "
            + window.id()
            + " ("
            + window.basis().name().toLowerCase(Locale.ROOT)
            + ").",
        window.id(),
        PLACE,
        null);
  }

  private String limitedBy(Depth limit) {
    return binding.stream()
        .filter(window -> window.high_mm() == limit.millimetres())
        .map(DepthWindow::id)
        .findFirst()
        .orElse(device.id());
  }
}
