package org.percuta.protocol.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
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
    @Nullable Depth cap) {

  /** The facial use that {@link Device#labelDepth_mm()} is about. */
  private static final String FACE = "face";

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
    Stream<@Nullable Double> ofDevice =
        Stream.of(
            device.maxDepth_mm(), sites.overlap(FACE, goal.site()) ? device.labelDepth_mm() : null);
    return new DepthAdvice(
        device,
        goal,
        binding,
        all.stream().filter(window -> window.basis() != DepthWindow.Basis.LABEL).toList(),
        DoubleStream.concat(
                ofDevice.flatMapToDouble(
                    d -> d == null ? DoubleStream.empty() : DoubleStream.of(d)),
                binding.stream().mapToDouble(DepthWindow::high_mm))
            .boxed()
            .min(Double::compare)
            .map(Depth::millimetres)
            .orElse(null));
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

  /** What speaks against a depth: an error past a binding limit, a warning outside a study. */
  public List<Finding> check(Depth depth) {
    List<Finding> findings = new ArrayList<>();
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
              Place.of("depth"),
              "Maybe " + cap + " or less?"));
    }
    for (DepthWindow window : informing) {
      if (depth.millimetres() < window.low_mm() || depth.millimetres() > window.high_mm()) {
        findings.add(
            Finding.warning(
                "PX-0522",
                "Needle depth "
                    + depth
                    + " is outside "
                    + Depth.millimetres(window.low_mm())
                    + " to "
                    + Depth.millimetres(window.high_mm())
                    + " of "
                    + window.id()
                    + " ("
                    + window.basis().name().toLowerCase(Locale.ROOT)
                    + ").",
                window.id(),
                Place.of("depth"),
                null));
      }
    }
    if (cap == null && informing.isEmpty()) {
      findings.add(
          Finding.warning(
              "PX-0523",
              "No source gives a depth for " + device.label() + " and " + goal + ".",
              device.id(),
              Place.of("depth"),
              null));
    }
    return List.copyOf(findings);
  }

  private String limitedBy(Depth limit) {
    return binding.stream()
        .filter(window -> window.high_mm() == limit.millimetres())
        .map(DepthWindow::id)
        .findFirst()
        .orElse(device.id());
  }
}
