package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.plan.Practice.BURNS;
import static org.percuta.protocol.plan.Practice.HAIR;
import static org.percuta.protocol.plan.Practice.SCARS;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.DepthWindow.Basis;
import org.percuta.protocol.model.Device;
import org.percuta.protocol.model.Device.Kind;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Setting;
import org.percuta.protocol.validate.Finding;
import org.percuta.quantity.Depth;

class DepthAdviceTest {

  private static final Device PEN = device("pen", Kind.PEN, 2.5, 1.5, true);
  private static final Device ROLLER = device("roller", Kind.ROLLER, null, null, true);

  private static final Knowledge KNOWLEDGE =
      Practice.knowledge()
          .with(
              window("label-face-scars", Basis.LABEL, 1.5, List.of("acne-scars"), List.of("face")),
              window("study-neck", Basis.STUDY, 2.5, List.of(), List.of("neck")),
              window("study-scars", Basis.STUDY, 2.0, List.of("acne-scars"), List.of()),
              window("practice-cheeks", Basis.PRACTICE, 1.0, List.of(), List.of("cheeks")))
          .build();

  private static Device device(
      String id, Kind kind, @Nullable Double max, @Nullable Double label, boolean offered) {
    return new Device(
        id,
        "The " + id,
        kind,
        max,
        label,
        List.of(Setting.CLINIC),
        offered,
        true,
        "",
        List.of(),
        List.of(),
        Grade.A,
        null);
  }

  private static DepthWindow window(
      String id, Basis basis, double high, List<String> concerns, List<String> sites) {
    return new DepthWindow(
        id,
        List.of(Kind.PEN),
        concerns,
        sites,
        0.5,
        high,
        basis,
        "",
        List.of(),
        List.of(),
        Grade.A,
        "C35");
  }

  private static DepthAdvice advice(Device device, Goal goal) {
    return DepthAdvice.of(KNOWLEDGE, device, goal);
  }

  private static List<String> codes(Device device, Goal goal, double millimetres) {
    return advice(device, goal).check(Depth.millimetres(millimetres)).stream()
        .map(Finding::code)
        .toList();
  }

  @Test
  void labelsBindAndStudiesInform() {
    DepthAdvice advice = advice(PEN, SCARS);

    assertThat(advice.binding()).extracting(DepthWindow::id).containsExactly("label-face-scars");
    assertThat(advice.informing())
        .extracting(DepthWindow::id)
        .containsExactly("study-scars", "practice-cheeks");
    assertThat(advice.findCap()).contains(Depth.millimetres(1.5));
  }

  @Test
  void pastTheLabelIsAnErrorThatNamesIt() {
    Finding finding = advice(PEN, SCARS).check(Depth.millimetres(1.75)).getFirst();

    assertThat(finding.code()).isEqualTo("PX-0521");
    assertThat(finding.isError()).isTrue();
    assertThat(finding.message())
        .isEqualTo(
            "Needle depth 1.75 mm exceeds 1.50 mm, the limit of label-face-scars for"
                + " acne-scars@cheeks.");
    assertThat(finding.hint()).isEqualTo("Maybe 1.50 mm or less?");
    assertThat(codes(PEN, SCARS, 1.5)).containsExactly("PX-0522");
  }

  @Test
  void pastTheDeviceIsAnErrorThatNamesTheDevice() {
    Goal neck = Goal.inClinic("burn-scars", "neck");

    assertThat(advice(PEN, neck).findCap()).contains(Depth.millimetres(2.5));
    assertThat(advice(PEN, neck).check(Depth.millimetres(2.75)).getFirst().message())
        .isEqualTo("Needle depth 2.75 mm exceeds 2.50 mm, the limit of pen for burn-scars@neck.");
    assertThat(codes(PEN, neck, 2.5)).isEmpty();
  }

  @Test
  void outsideAStudyIsAWarningAtEitherEnd() {
    assertThat(advice(PEN, SCARS).check(Depth.millimetres(1.25)))
        .extracting(Finding::message)
        .containsExactly(
            "Needle depth 1.25 mm is outside 0.50 mm to 1.00 mm at cheeks of practice-cheeks"
                + " (practice).");
    assertThat(advice(PEN, SCARS).check(Depth.millimetres(0.25)))
        .extracting(Finding::message)
        .containsExactly(
            "Needle depth 0.25 mm is outside 0.50 mm to 2.00 mm of study-scars (study).",
            "Needle depth 0.25 mm is outside 0.50 mm to 1.00 mm at cheeks of practice-cheeks"
                + " (practice).");
    assertThat(codes(PEN, SCARS, 0.5)).isEmpty();
    assertThat(codes(PEN, SCARS, 1.0)).isEmpty();
    assertThat(advice(PEN, SCARS).check(Depth.millimetres(0.25))).noneMatch(Finding::isError);
  }

  @Test
  void pastWhatTheLabelEvaluatedOnTheFaceIsAWarning() {
    assertThat(codes(PEN, BURNS, 2.0)).containsExactly("PX-0524", "PX-0522");
    assertThat(codes(PEN, BURNS, 1.5)).containsExactly("PX-0522");
    assertThat(advice(PEN, BURNS).check(Depth.millimetres(2.0)).getFirst().message())
        .isEqualTo(
            "Needle depth 2.00 mm is past 1.50 mm, the deepest that a label of The pen evaluated"
                + " on the face.");
    assertThat(codes(PEN, Goal.inClinic("burn-scars", "neck"), 2.0)).isEmpty();
  }

  @Test
  void whereNoSourceGivesADepthItSaysSoAndHasNoDefault() {
    assertThat(advice(ROLLER, SCARS).findCap()).isEmpty();
    assertThat(codes(ROLLER, SCARS, 9)).containsExactly("PX-0523");
    assertThat(codes(PEN, HAIR, 1)).isEmpty();
  }

  @Test
  void aDeviceThatIsNotOfferedThereIsAnError() {
    Device home = device("home-pen", Kind.PEN, 0.5, null, false);
    Goal atHome = new Goal("burn-scars", "neck", Setting.HOME);

    assertThat(codes(home, Goal.inClinic("burn-scars", "neck"), 0.5)).containsExactly("PX-0520");
    assertThat(codes(PEN, atHome, 0.5)).containsExactly("PX-0520");
    assertThat(advice(PEN, atHome).check(Depth.millimetres(0.5)).getFirst().message())
        .isEqualTo("The pen is not offered for burn-scars@neck.");
  }

  @Test
  void theWholeHearsWhatIsSaidOfAPart() {
    assertThat(advice(PEN, Goal.inClinic("burn-scars", "face")).informing())
        .extracting(DepthWindow::id)
        .containsExactly("practice-cheeks");
  }

  @Test
  void ofTwoLabelsTheStricterBindsAndIsNamed() {
    Knowledge knowledge =
        Practice.knowledge()
            .with(
                window("label-any", Basis.LABEL, 2.5, List.of(), List.of()),
                window("label-cheeks", Basis.LABEL, 1.0, List.of(), List.of("cheeks")))
            .build();

    assertThat(DepthAdvice.of(knowledge, PEN, SCARS).check(Depth.millimetres(1.25)))
        .extracting(Finding::message)
        .containsExactly(
            "Needle depth 1.25 mm exceeds 1.00 mm, the limit of label-cheeks for"
                + " acne-scars@cheeks.");
  }
}
