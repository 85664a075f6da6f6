package org.percuta.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Device;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Setting;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.plan.DepthAdvice;
import org.percuta.quantity.Depth;

/**
 * What the protocol allows with a kind of device for a goal.
 *
 * @param device as the protocol describes it
 * @param binding the limits, the device's own first
 * @param informing depths that studies and practice speak of; they bind nothing
 * @param evaluated_mm deepest setting a label evaluated on the face, when the goal is there and the
 *     label goes less deep than the limit
 */
public record ProtocolLimits(
    Device device,
    Goal goal,
    List<ProtocolLimit> binding,
    List<DepthWindow> informing,
    OptionalDouble evaluated_mm) {

  private static final String PASSES = "passes-ceiling";

  public ProtocolLimits {
    binding = List.copyOf(binding);
    informing = List.copyOf(informing);
  }

  /**
   * The limits for a device of the skin model, by the first word of its id; absent when the
   * protocol names no such kind of device.
   */
  public static Optional<ProtocolLimits> find(Knowledge knowledge, String model, Goal goal) {
    return knowledge.devices().stream()
        .filter(device -> kind(device).equals(kind(model)))
        .min(Comparator.comparing(device -> !isOffered(device, goal.setting())))
        .map(device -> of(knowledge, device, goal));
  }

  /** Whether the protocol offers the kind of this device of the skin model. */
  static boolean isOffered(Knowledge knowledge, String model, Setting setting) {
    return knowledge.devices().stream()
        .anyMatch(device -> kind(device).equals(kind(model)) && isOffered(device, setting));
  }

  private static String kind(String model) {
    return model.split("-", 2)[0];
  }

  private static String kind(Device device) {
    return device.kind().name().toLowerCase(Locale.ROOT);
  }

  private static ProtocolLimits of(Knowledge knowledge, Device device, Goal goal) {
    DepthAdvice advice = DepthAdvice.of(knowledge, device, goal);
    List<ProtocolLimit> binding = new ArrayList<>();
    if (!isOffered(device, goal.setting())) {
      binding.add(new ProtocolLimit(ProtocolLimit.What.DEVICE, 0, "1", device));
    }
    advice
        .findCap()
        .map(cap ->
            new ProtocolLimit(
                ProtocolLimit.What.DEPTH, cap.millimetres(), "mm", source(advice, cap)))
        .ifPresent(binding::add);
    @Nullable HouseSetting passes = knowledge.settings().get(PASSES);
    if (passes != null) {
      binding.add(
          new ProtocolLimit(ProtocolLimit.What.PASSES, passes.value(), passes.unit(), passes));
    }
    @Nullable Double label = device.labelDepth_mm();
    boolean told =
        advice.facial()
            && label != null
            && advice.findCap().map(Depth::millimetres).orElse(Double.MAX_VALUE) > label;
    return new ProtocolLimits(
        device,
        goal,
        binding,
        advice.informing(),
        told && label != null ? OptionalDouble.of(label) : OptionalDouble.empty());
  }

  private static boolean isOffered(Device device, Setting setting) {
    return device.offered() && device.use().contains(setting);
  }

  /** The narrower label when two things give the same depth, since it says why. */
  private static Sourced source(DepthAdvice advice, Depth cap) {
    return Stream.concat(
            advice.binding().stream()
                .filter(window -> window.high_mm() == cap.millimetres())
                .sorted(Comparator.comparing(window -> window.concerns().isEmpty())),
            Stream.of(advice.device()))
        .findFirst()
        .orElseThrow();
  }

  public Optional<ProtocolLimit> find(ProtocolLimit.What what) {
    return binding.stream().filter(limit -> limit.what() == what).findFirst();
  }

  public boolean isOffered() {
    return find(ProtocolLimit.What.DEVICE).isEmpty();
  }

  /** Every limit this setting is past; a depth that is no number is past none. */
  public List<Refusal> refusals(double depth_mm, int passes) {
    return binding.stream()
        .map(limit -> new Refusal(limit, asked(limit, depth_mm, passes)))
        .filter(refusal ->
            refusal.limit().what() == ProtocolLimit.What.DEVICE
                || refusal.asked() > refusal.limit().most())
        .toList();
  }

  private static double asked(ProtocolLimit limit, double depth_mm, int passes) {
    return switch (limit.what()) {
      case DEVICE -> 0;
      case DEPTH -> depth_mm;
      case PASSES -> passes;
    };
  }
}
