package org.percuta.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Device;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Setting;
import org.percuta.skin.dosimetry.Devices;
import org.percuta.skin.dosimetry.Layer;
import org.percuta.skin.dosimetry.SettingTarget;
import org.percuta.skin.dosimetry.Sex;

/** The limits are looked up here in the content itself, not by the code under test. */
class ProtocolFirstProperties {

  private static final SkinPerson PERSON =
      new SkinPerson(Sex.FEMALE, OptionalDouble.of(36), OptionalInt.of(3));

  @Property(tries = 200)
  void whatIsPastALimitIsRefusedAndNothingElseIs(
      @ForAll("goals") Goal goal,
      @ForAll("devices") String device,
      @ForAll @DoubleRange(max = 4) double depth,
      @ForAll @IntRange(max = 14) int passes) {
    DoseAnswer answer =
        Shipped.PLANNER.dose(
            new DoseQuestion(
                goal,
                device,
                PERSON,
                depth,
                passes,
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    assertThat(answer instanceof DoseAnswer.Refused)
        .as("%s", answer)
        .isEqualTo(isPast(goal, device, depth, passes));
  }

  @Property(tries = 60)
  void noSuggestionIsPastALimit(
      @ForAll("goals") Goal goal,
      @ForAll("devices") String device,
      @ForAll @DoubleRange(min = 1, max = 2_000) double density,
      @ForAll("layers") Layer layer,
      @ForAll @DoubleRange(min = 0.01, max = 1) double reached,
      @ForAll @DoubleRange(max = 1) double below) {
    DoseQuestion usual =
        new DoseQuestion(
            goal, device, PERSON, 9, 99, OptionalDouble.empty(), OptionalDouble.empty());
    DoseAnswer answer =
        Shipped.PLANNER.suggest(usual, new SettingTarget(density, layer, reached), below);
    if (answer instanceof DoseAnswer.Allowed allowed) {
      DoseQuestion found = allowed.asked();
      assertThat(isPast(goal, found.device(), found.depth_mm(), found.passes())).isFalse();
      assertThat(allowed.dose().best().reaches(layer)).isGreaterThanOrEqualTo(reached);
    } else {
      assertThat(answer instanceof DoseAnswer.Refused).isEqualTo(isPast(goal, device, 0, 1));
    }
  }

  private static boolean isPast(Goal goal, String model, double depth, int passes) {
    Device.Kind kind =
        Device.Kind.valueOf(model.split("-", 2)[0].toUpperCase(java.util.Locale.ROOT));
    Device device =
        Shipped.KNOWLEDGE.devices().stream()
            .filter(one -> one.kind() == kind)
            .filter(one -> one.offered() && one.use().contains(Setting.CLINIC))
            .findFirst()
            .orElse(null);
    if (device == null || passes > mostPasses()) {
      return true;
    }
    boolean pastLabel =
        Shipped.KNOWLEDGE.depths().stream()
            .filter(window -> window.basis() == DepthWindow.Basis.LABEL)
            .filter(window -> window.devices().contains(kind))
            .filter(
                window -> window.concerns().isEmpty() || window.concerns().contains(goal.concern()))
            .filter(window -> window.sites().isEmpty() || isIn(goal.site(), window.sites()))
            .anyMatch(window -> depth > window.high_mm());
    Double most = device.maxDepth_mm();
    return pastLabel || (most != null && depth > most);
  }

  private static boolean isIn(String site, List<String> sites) {
    return sites.contains(site)
        || Shipped.KNOWLEDGE.sites().values().stream()
            .anyMatch(one ->
                (sites.contains(one.id()) && one.parts().contains(site))
                    || (one.id().equals(site) && one.parts().stream().anyMatch(sites::contains)));
  }

  private static double mostPasses() {
    return Shipped.KNOWLEDGE.settings().values().stream()
        .filter(one -> one.id().equals("passes-ceiling"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Provide
  Arbitrary<Goal> goals() {
    List<String> concerns =
        Shipped.KNOWLEDGE.concerns().values().stream()
            .filter(Concern::bookable)
            .map(Concern::id)
            .toList();
    return Arbitraries.of(concerns)
        .flatMap(concern ->
            Arbitraries.of(List.copyOf(Shipped.KNOWLEDGE.sites().keySet()))
                .map(site -> Goal.inClinic(concern, site)));
  }

  @Provide
  Arbitrary<String> devices() {
    return Arbitraries.of(List.copyOf(new Devices(Shipped.PARAMETERS).list()));
  }

  @Provide
  Arbitrary<Layer> layers() {
    return Arbitraries.of(Layer.EPIDERMIS, Layer.PAPILLARY_DERMIS, Layer.RETICULAR_DERMIS);
  }
}
