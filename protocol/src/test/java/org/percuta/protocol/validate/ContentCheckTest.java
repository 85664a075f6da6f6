package org.percuta.protocol.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percuta.protocol.Items;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.CodeMapping;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Milestone;
import org.percuta.protocol.model.Offset;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Severity;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.model.TriageLevel;

class ContentCheckTest {

  private static List<String> codes(KnowledgeFixture fixture) {
    return Sound.check(fixture.build()).stream().map(Finding::code).distinct().toList();
  }

  /** Findings without those on sources, which the small items of these tests lack. */
  private static List<String> contentCodes(KnowledgeFixture fixture) {
    return codes(fixture).stream().filter(code -> !code.startsWith("PX-030")).toList();
  }

  @Test
  void px0306_aConcernIsBookableOrSaysWhyNot() {
    for (Concern wrong :
        List.of(
            Sound.concern("acne-scars", true, "why"), Sound.concern("acne-scars", false, null))) {
      assertThat(codes(Sound.fixture().without(Concern.class).with(wrong)))
          .containsExactly("PX-0306");
    }
    assertThat(codes(Sound.fixture().with(Sound.concern("scalp", false, "why")))).isEmpty();
  }

  @Test
  void px0320_aBookableConcernHasACourse() {
    assertThat(codes(Sound.fixture().with(Sound.concern("pores", true, null))))
        .containsExactly("PX-0320");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "60, 0", "-1, 1", "61, 1"})
  void px0321_aSettingLiesInItsRange(double value, int findings) {
    assertThat(
            Sound.check(
                Sound.fixture()
                    .without(HouseSetting.class)
                    .with(Sound.setting("peel-before", value, "d"))
                    .build()))
        .hasSize(findings)
        .allMatch(finding -> finding.code().equals("PX-0321"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, false", "3, 6, false", "0, 6, true", "6, 3, true"})
  void px0321_aCourseRunsForwards(int low, int high, boolean wrong) {
    KnowledgeFixture fixture =
        Sound.fixture()
            .without(CourseTemplate.class)
            .with(Sound.course("acne-course", low, high, "acne-scars"));

    assertThat(codes(fixture).contains("PX-0321")).isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "0 d, 1 d, 2 d, false",
    "1 d, 1 d, 1 d, false",
    "2 d, 1 d, 3 d, true",
    "0 d, 3 d, 2 d, true"
  })
  void px0321_anExpectationRunsForwards(String from, String typical, String upper, boolean wrong) {
    KnowledgeFixture fixture =
        Sound.fixture()
            .with(Items.symptom("redness"))
            .with(Items.expectation("redness", from, typical, upper, Severity.MILD));

    assertThat(codes(fixture).contains("PX-0321")).isEqualTo(wrong);
  }

  @Test
  void px0321_aDepthAndACalendarItemRunForwards() {
    assertThat(contentCodes(Sound.fixture().with(depth(1.5, 0.5)))).containsExactly("PX-0321");
    assertThat(contentCodes(Sound.fixture().with(depth(0.5, 0.5)))).isEmpty();
    CalendarItem item = Sound.calendar("Rest.", null);
    CalendarItem backwards =
        Items.item("back", CalendarItem.Phase.AFTERCARE, CalendarItem.Kind.DO, "3 d", "2 d");
    assertThat(codes(Sound.fixture().with(item))).isEmpty();
    assertThat(contentCodes(Sound.fixture().with(backwards))).contains("PX-0321");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please stop taking it.",
        "Stop taking it.",
        "You should stop your tablets.",
        "Then stop it.",
        "stop using them"
      })
  void px0330_nobodyIsToldToStopWhatMayBePrescribed(String text) {
    assertThat(codes(Sound.fixture().with(Sound.calendar(text, null)))).containsExactly("PX-0330");
    assertThat(codes(Sound.fixture().with(Sound.calendar(text, Supply.PRESCRIBED))))
        .containsExactly("PX-0330");
    assertThat(codes(Sound.fixture().with(Sound.calendar(text, Supply.BOUGHT)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not stop taking it.",
        "Never stop your medicine.",
        "Don't stop using it.",
        "The bleeding stops."
      })
  void px0330_sayingNotToStopIsFine(String text) {
    assertThat(codes(Sound.fixture().with(Sound.calendar(text, null)))).isEmpty();
  }

  @Test
  void px0330_aRulesReasonAndNextStepNeither() {
    assertThat(rule(new Condition.State("peel"), "Stop it. Then stop taking it.", null))
        .containsExactly("PX-0330");
    assertThat(rule(new Condition.State("peel"), "Heals.", "Please stop taking it."))
        .containsExactly("PX-0330");
    assertThat(rule(new Condition.Medicine("peel", Supply.BOUGHT, null), "x", "stop taking it"))
        .isEmpty();
    assertThat(rule(new Condition.Medicine("peel", Supply.PRESCRIBED, null), "x", "stop taking it"))
        .containsExactly("PX-0330");
    assertThat(rule(new Condition.Medicine("peel", null, null), "x", "stop taking it"))
        .containsExactly("PX-0330");
  }

  @Test
  void px0331_noResultIsPromised() {
    assertThat(contentCodes(Sound.fixture().with(milestone("Guaranteed smooth skin."))))
        .containsExactly("PX-0331");
    assertThat(contentCodes(Sound.fixture().with(milestone("Skin may look smoother.")))).isEmpty();
  }

  @Test
  void px0302_everyIdThatAnItemNamesIsKnown() {
    for (KnowledgeFixture fixture :
        List.of(
            Sound.fixture().with(Items.site("nose", "tip")),
            Sound.fixture().with(Sound.course("pore-course", 1, 2, "pores")),
            Sound.fixture().with(Items.onlyIf(Sound.calendar("Rest.", null), "pell", null)),
            Sound.fixture().with(Items.at(Sound.calendar("Rest.", null), "cheek")),
            Sound.fixture().with(Items.expectation("rednes", "0 d", "1 d", "2 d", Severity.MILD)),
            Sound.fixture()
                .with(Items.flag("flag", TriageLevel.CALL, Severity.MILD, 0, null, "rednes")),
            Sound.fixture()
                .with(
                    Items.statement(
                        "say", Statement.Kind.CONSENT, "t", List.of("pores"), List.of())),
            Sound.fixture()
                .with(
                    Items.statement(
                        "say", Statement.Kind.CONSENT, "t", List.of(), List.of("pell"))),
            Sound.fixture().with(code("pell")))) {
      assertThat(codes(fixture)).contains("PX-0302");
    }
    assertThat(codes(Sound.fixture().with(code("peel")).with(code("cheeks")).with(code("weight"))))
        .isEmpty();
  }

  private static CodeMapping code(String fact) {
    return new CodeMapping(fact, "http://snomed.info/sct", "1", "d", false, null, "me");
  }

  private static List<String> rule(
      Condition when, String because, @org.jspecify.annotations.Nullable String next) {
    return Sound.check(
            Sound.withRule(r ->
                new Rule(
                    r.id(),
                    r.title(),
                    when,
                    r.scope(),
                    r.effect(),
                    null,
                    List.of(),
                    because,
                    next,
                    r.claims(),
                    r.literature(),
                    r.grade(),
                    r.conflict())))
        .stream()
        .map(Finding::code)
        .distinct()
        .toList();
  }

  private static DepthWindow depth(double low, double high) {
    return new DepthWindow(
        "depth",
        List.of(),
        List.of("acne-scars"),
        List.of("cheeks"),
        low,
        high,
        DepthWindow.Basis.STUDY,
        "",
        List.of(),
        List.of(Sound.LITERATURE),
        Grade.A,
        null);
  }

  private static Milestone milestone(String text) {
    return new Milestone(
        "m",
        CalendarItem.Phase.RESULTS,
        Milestone.Anchor.LAST_SESSION,
        Offset.parse("4 wk"),
        null,
        text,
        List.of(),
        List.of(),
        List.of(Sound.LITERATURE),
        Grade.A,
        null);
  }
}
