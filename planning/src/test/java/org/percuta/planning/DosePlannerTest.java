package org.percuta.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Setting;
import org.percuta.skin.Checked;
import org.percuta.skin.dosimetry.Device;
import org.percuta.skin.dosimetry.Dose;
import org.percuta.skin.dosimetry.Layer;
import org.percuta.skin.dosimetry.SettingTarget;
import org.percuta.skin.dosimetry.Sex;
import org.percuta.skin.healing.Projection;

class DosePlannerTest {

  private static final Goal CHEEKS = Goal.inClinic("acne-scars", "cheeks");
  private static final SkinPerson KNOWN =
      new SkinPerson(Sex.FEMALE, OptionalDouble.of(36), OptionalInt.of(5));

  @Test
  void theNarrowestLabelIsNamedAsTheLimit() {
    DoseAnswer answer = Shipped.PLANNER.dose(pen(CHEEKS, KNOWN, 1.75, 11));
    assertThat(answer).isInstanceOf(DoseAnswer.Refused.class);
    assertThat(((DoseAnswer.Refused) answer).refusals())
        .extracting(refusal -> refusal.limit().source().id())
        .containsExactly("depth-pen-facial-acne-scars", "passes-ceiling");
    DoseAnswer neck = Shipped.PLANNER.dose(pen(Goal.inClinic("scars", "neck"), KNOWN, 2.75, 1));
    assertThat(((DoseAnswer.Refused) neck).refusals())
        .extracting(refusal -> refusal.limit().source().id())
        .containsExactly("depth-pen-range");
  }

  @Test
  void onlyWhatTheProtocolOffersCanBeChosen() {
    assertThat(Shipped.PLANNER.offered(Setting.CLINIC))
        .extracting(Device::id)
        .containsExactly("pen-12", "pen-14", "pen-36", "roller-192");
    assertThat(Shipped.PLANNER.offered(Setting.HOME)).isEmpty();
  }

  @Test
  void whatThereIsNotIsAFindingAndNoException() {
    for (double depth : new double[] {-1, Double.NaN}) {
      assertThat(Shipped.PLANNER.dose(pen(CHEEKS, KNOWN, depth, 1)))
          .isInstanceOf(DoseAnswer.Impossible.class);
    }
    DoseQuestion child =
        pen(CHEEKS, new SkinPerson(Sex.MALE, OptionalDouble.of(9), OptionalInt.of(2)), 1, 1);
    assertThat(Shipped.PLANNER.dose(child)).isInstanceOf(DoseAnswer.Impossible.class);
    DoseQuestion unknown =
        new DoseQuestion(
            CHEEKS, "drill-3", KNOWN, 1, 1, OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(Shipped.PLANNER.dose(unknown)).isInstanceOf(DoseAnswer.Impossible.class);
  }

  @Test
  void whatIsNotKnownWidensAndIsNeverLeftOut() {
    DoseRange known = allowed(KNOWN).dose();
    DoseRange unknown = allowed(SkinPerson.UNKNOWN).dose();
    assertThat(known.all()).hasSize(1);
    assertThat(known.range(Dose::bleedingPerCm2).low())
        .isEqualTo(known.range(Dose::bleedingPerCm2).high());
    assertThat(unknown.spread(Dose::penetration_mm).p05())
        .isLessThanOrEqualTo(known.spread(Dose::penetration_mm).p05());
    assertThat(unknown.spread(Dose::channelOpen_h).p95())
        .isGreaterThan(known.spread(Dose::channelOpen_h).p95());
    assertThat(unknown.range(dose -> dose.reaches(Layer.SUBCUTIS)).high())
        .isGreaterThan(unknown.range(dose -> dose.reaches(Layer.SUBCUTIS)).low());
  }

  @Test
  void aTargetWithinReachIsReachedAndOneBeyondIsSaidToBe() {
    DoseQuestion usual = pen(CHEEKS, KNOWN, 0, 1);
    DoseAnswer found =
        Shipped.PLANNER.suggest(usual, new SettingTarget(400, Layer.PAPILLARY_DERMIS, 0.9), 1);
    assertThat(found).isInstanceOf(DoseAnswer.Allowed.class);
    DoseAnswer.Allowed allowed = (DoseAnswer.Allowed) found;
    assertThat(allowed.asked().depth_mm()).isBetween(0.05, 1.5);
    assertThat(allowed.dose().best().density_cm2().mean()).isBetween(360.0, 440.0);
    assertThat(
            Shipped.PLANNER.suggest(
                usual, new SettingTarget(90_000, Layer.PAPILLARY_DERMIS, 0.9), 1))
        .isInstanceOf(DoseAnswer.Impossible.class);
  }

  @Test
  void anUnknownPhototypeWidensTheBandsOfACourse() {
    List<LocalDate> dates = List.of(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 29));
    Projection known = project(KNOWN, dates);
    Projection unknown =
        project(new SkinPerson(Sex.FEMALE, OptionalDouble.of(36), OptionalInt.empty()), dates);
    assertThat(known.course().sessions())
        .extracting(session -> session.day())
        .containsExactly(0.0, 28.0);
    for (int hour = 0; hour < known.redness().length(); hour++) {
      assertThat(unknown.redness().p95()[hour])
          .isGreaterThanOrEqualTo(known.redness().p95()[hour] - 1e-9);
      assertThat(unknown.redness().p05()[hour])
          .isLessThanOrEqualTo(unknown.best().redness()[hour] + 1e-9);
    }
    assertThat(unknown.redness().p95()[24]).isGreaterThan(known.redness().p95()[24]);
  }

  @Test
  void datesOutOfOrderAreAFinding() {
    assertThat(
            CourseProjection.of(
                Shipped.PARAMETERS,
                allowed(KNOWN),
                List.of(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 11, 1)),
                40))
        .isInstanceOf(Checked.Invalid.class);
  }

  private static Projection project(SkinPerson person, List<LocalDate> dates) {
    return CourseProjection.of(Shipped.PARAMETERS, allowed(person), dates, 60).orThrow();
  }

  private static DoseAnswer.Allowed allowed(SkinPerson person) {
    return (DoseAnswer.Allowed) Shipped.PLANNER.dose(pen(CHEEKS, person, 1.25, 2));
  }

  private static DoseQuestion pen(Goal goal, SkinPerson person, double depth, int passes) {
    return new DoseQuestion(
        goal, "pen-14", person, depth, passes, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
