package org.percuta.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Setting;
import org.percuta.quantity.Range;
import org.percuta.skin.Checked;
import org.percuta.skin.DoseParameter;
import org.percuta.skin.SkinFinding;
import org.percuta.skin.SkinParameters;
import org.percuta.skin.dosimetry.Device;
import org.percuta.skin.dosimetry.Devices;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.DoseRequest;
import org.percuta.skin.dosimetry.Dosimetry;
import org.percuta.skin.dosimetry.SettingLimits;
import org.percuta.skin.dosimetry.SettingSearch;
import org.percuta.skin.dosimetry.SettingTarget;

/**
 * The one way from a setting to its figures: the protocol is asked first, and what it refuses has
 * none. Immutable.
 */
public final class DosePlanner {

  private static final double SPEEDS_PER_CM_S = 10;

  private final Knowledge knowledge;
  private final SkinParameters parameters;

  public DosePlanner(Knowledge knowledge, SkinParameters parameters) {
    this.knowledge = knowledge;
    this.parameters = parameters;
  }

  /** The content whose limits bind. */
  public Knowledge knowledge() {
    return knowledge;
  }

  /** What the protocol allows with this device of the model. */
  public Optional<ProtocolLimits> findLimits(String device, Goal goal) {
    return ProtocolLimits.find(knowledge, device, goal);
  }

  /** Devices of the model that the protocol offers. */
  public List<Device> offered(Setting setting) {
    Devices devices = new Devices(parameters);
    return devices.list().stream()
        .filter(id -> ProtocolLimits.isOffered(knowledge, id, setting))
        .map(id -> devices.find(id).orThrow())
        .toList();
  }

  /** A device of the model. */
  public Optional<Device> findDevice(String id) {
    Devices devices = new Devices(parameters);
    return devices.list().contains(id) ? Optional.of(devices.find(id).orThrow()) : Optional.empty();
  }

  /** What a setting does, if the protocol allows it. */
  public DoseAnswer dose(DoseQuestion asked) {
    Optional<ProtocolLimits> limits = findLimits(asked.device(), asked.goal());
    if (limits.isEmpty() || findDevice(asked.device()).isEmpty()) {
      return new DoseAnswer.Impossible(
          List.of(
              new SkinFinding(
                  "PX-0702",
                  "device",
                  "'" + asked.device() + "' is no device the protocol and the model know.",
                  null)));
    }
    List<Refusal> refusals = limits.get().refusals(asked.depth_mm(), asked.passes());
    if (!refusals.isEmpty()) {
      return new DoseAnswer.Refused(refusals);
    }
    List<Dose> doses = new ArrayList<>();
    for (SkinPerson.One person : asked.person().list()) {
      switch (Dosimetry.dose(parameters, person.apply(asked.request()))) {
        case Checked.Valid<Dose>(Dose dose) -> doses.add(dose);
        case Checked.Invalid<Dose>(List<SkinFinding> findings) -> {
          return new DoseAnswer.Impossible(findings);
        }
      }
    }
    return new DoseAnswer.Allowed(asked, new DoseRange(doses.getFirst(), doses));
  }

  /**
   * A setting that reaches the target by the model, within the limits of the protocol and at a hand
   * speed in use. It is asked of the protocol once more before it is given.
   *
   * @param usual device, goal and person; its depth, passes and speed are not read
   * @param mostBelow most of the tips that may end below the skin, 0 to 1
   */
  public DoseAnswer suggest(DoseQuestion usual, SettingTarget target, double mostBelow) {
    DoseAnswer allowed = dose(usual.with(0, 1, OptionalDouble.empty()));
    if (!(allowed instanceof DoseAnswer.Allowed)) {
      return allowed;
    }
    ProtocolLimits limits = findLimits(usual.device(), usual.goal()).orElseThrow();
    double deepest =
        limits
            .find(ProtocolLimit.What.DEPTH)
            .map(ProtocolLimit::most)
            .orElseGet(() -> findDevice(usual.device()).orElseThrow().maxDepth_mm());
    int passes = limits.find(ProtocolLimit.What.PASSES).map(limit -> (int) limit.most()).orElse(1);
    // The protocol gives no hand speed, so the search keeps to those that hands are known to have.
    Range speeds = parameters.get(DoseParameter.PEN_SPEED_CM_S.id()).range();
    SettingLimits within =
        new SettingLimits(deepest, passes, speeds.low(), speeds.high(), mostBelow);
    DoseRequest start = usual.with(0, 1, OptionalDouble.empty()).request();
    return switch (SettingSearch.find(parameters, start, target, within)) {
      case Checked.Valid<DoseRequest>(DoseRequest found) ->
          dose(usual.with(found.depth_mm(), found.passes(), rounded(found.speed_cm_s())));
      case Checked.Invalid<DoseRequest>(List<SkinFinding> findings) ->
          new DoseAnswer.Impossible(findings);
    };
  }

  /** To a tenth, as a hand can hold it. */
  private static OptionalDouble rounded(OptionalDouble speed_cm_s) {
    return speed_cm_s.isEmpty()
        ? speed_cm_s
        : OptionalDouble.of(
            Math.round(speed_cm_s.getAsDouble() * SPEEDS_PER_CM_S) / SPEEDS_PER_CM_S);
  }
}
