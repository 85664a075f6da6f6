package org.percuta.protocol.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.NotModelled;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Window;
import org.percuta.quantity.Interval;

class CoverageCheckTest {

  private static List<String> codes(KnowledgeFixture fixture) {
    return Sound.check(fixture.build()).stream().map(Finding::code).distinct().toList();
  }

  private static Claim claim(String id, String... use) {
    return new Claim(id, "S1", "t", "s", "x", null, null, Claim.Modality.FACT, List.of(use));
  }

  @Test
  void px0340_aClaimIsCarriedOutOrExcused() {
    assertThat(codes(Sound.fixture().with(claim("S1-002")))).containsExactly("PX-0340");
    assertThat(codes(manyClaims().with(claim("S1-100")).with(new NotModelled("S1-100", "why"))))
        .isEmpty();
  }

  @Test
  void px0341_aClaimIsNotBoth() {
    assertThat(codes(manyClaims().with(new NotModelled("S1-001", "why"))))
        .containsExactly("PX-0341");
  }

  @Test
  void px0342_aClaimIsMarkedWithTheKindsThatUseIt() {
    assertThat(codes(Sound.fixture().with(Sound.claim("course-template"))))
        .containsExactly("PX-0342");
    assertThat(codes(Sound.fixture().with(Sound.claim()))).containsExactly("PX-0342");
  }

  @Test
  void px0343_everyReadingIsApplied() {
    Conflict stray =
        new Conflict(
            "C02", "t", Conflict.Kind.PLAN, List.of(Sound.side("a"), Sound.side("b")), "r", "s");

    assertThat(codes(Sound.fixture().with(stray))).containsExactly("PX-0343");
  }

  @Test
  void px0344_fewClaimsAreNotModelled() {
    KnowledgeFixture fixture =
        Sound.fixture().with(claim("S1-002")).with(new NotModelled("S1-002", "why"));

    assertThat(Sound.check(fixture.build()))
        .extracting(Finding::code, Finding::severity)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("PX-0344", Finding.Severity.WARNING));
  }

  @Test
  void px0302_whatIsNotModelledIsAClaim() {
    assertThat(codes(manyClaims().with(new NotModelled("S1-999", "why"))))
        .containsExactly("PX-0302");
  }

  @Test
  void theClaimsOfAWaitingTimeAreUsedByItsRule() {
    Window window = new Window(Interval.days(7), null, List.of("S1-002"), List.of());
    for (Condition when :
        List.of(
            Sound.peel(window),
            new Condition.Medicine("peel", null, window),
            new Condition.AllOf(List.of(Sound.peel(window))),
            new Condition.AnyOf(List.of(Sound.peel(window))))) {
      Rule rule = Sound.fixture().build().rules().getFirst();
      Knowledge knowledge =
          Sound.fixture()
              .without(Rule.class)
              .with(Sound.rule(rule.id(), rule.effect(), when))
              .with(claim("S1-002", "rule"))
              .build();

      assertThat(Coverage.of(knowledge).kindsUsing("S1-002")).containsExactly("rule");
      assertThat(Sound.check(knowledge)).isEmpty();
    }
  }

  @Test
  void kindsAreNamedAsFilesNameThem() {
    assertThat(Sound.fixture().build().sourced().map(Coverage::kind))
        .containsExactly(
            "fact-definition", "concern", "site", "house-setting", "rule", "course-template");
    assertThat(Coverage.kind(Sound.calendar("Rest.", null))).isEqualTo("preparation");
  }

  /** So many used claims that one excused claim is less than a twentieth. */
  private static KnowledgeFixture manyClaims() {
    KnowledgeFixture fixture = Sound.fixture();
    Rule rule = fixture.build().rules().getFirst();
    List<String> ids =
        java.util.stream.IntStream.range(2, 42).mapToObj(i -> "S1-0%02d".formatted(i)).toList();
    ids.forEach(id -> fixture.with(claim(id, "rule")));
    List<String> all = new java.util.ArrayList<>(ids);
    all.add(Sound.CLAIM);
    return fixture
        .without(Rule.class)
        .with(
            new Rule(
                rule.id(),
                rule.title(),
                rule.when(),
                rule.scope(),
                rule.effect(),
                rule.limit(),
                rule.clearedBy(),
                rule.because(),
                rule.next(),
                all,
                rule.literature(),
                rule.grade(),
                rule.conflict()));
  }
}
