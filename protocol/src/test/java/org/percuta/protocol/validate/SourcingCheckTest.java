package org.percuta.protocol.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.Items;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.NotModelled;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Source;

class SourcingCheckTest {

  private static List<String> codes(KnowledgeFixture fixture) {
    return codes(fixture.build());
  }

  private static List<String> codes(Knowledge knowledge) {
    return Sound.check(knowledge).stream().map(Finding::code).distinct().toList();
  }

  private static List<String> rule(
      List<String> claims, List<String> literature, Grade grade, @Nullable String conflict) {
    return codes(
        Sound.withRule(r ->
            new Rule(
                r.id(),
                r.title(),
                r.when(),
                r.scope(),
                r.effect(),
                r.limit(),
                r.clearedBy(),
                r.because(),
                r.next(),
                claims,
                literature,
                grade,
                conflict)));
  }

  @Test
  void px0301_anIdNamesOneItem() {
    assertThat(codes(Sound.fixture().with(Items.setting("peel", 1, "d"))))
        .containsExactly("PX-0301");
    assertThat(codes(Sound.fixture().with(Items.setting("other", 1, "d")))).isEmpty();
  }

  @Test
  void px0302_claimsLiteratureAndConflictsAreKnown() {
    assertThat(rule(List.of("S1-001", "S1-999"), List.of(), Grade.C, "C01"))
        .containsExactly("PX-0302");
    assertThat(rule(List.of("S1-001"), List.of("L-nothing"), Grade.C, "C01"))
        .containsExactly("PX-0302");
    assertThat(rule(List.of("S1-001"), List.of(), Grade.C, "C99"))
        .containsExactly("PX-0302", "PX-0343");
  }

  @Test
  void px0302_aClaimAndALiteratureFactNameTheirSource() {
    Claim stray =
        new Claim("S9-001", "S9", "t", "s", "x", null, null, Claim.Modality.FACT, List.of());
    LiteratureFact fact = new LiteratureFact("L-stray", "P-none", "x", null, null, Grade.A);

    assertThat(codes(Sound.fixture().with(stray).with(new NotModelled("S9-001", "stray"))))
        .contains("PX-0302");
    assertThat(codes(Sound.fixture().with(fact))).containsExactly("PX-0302");
  }

  @Test
  void px0303_whatNamesNoSourceIsAClinicSetting() {
    assertThat(rule(List.of(), List.of(), Grade.C, "C01")).contains("PX-0303");
    assertThat(rule(List.of(), List.of(), Grade.H, "C01")).doesNotContain("PX-0303");
  }

  @Test
  void px0303_eachSideOfADisagreementNamesItsSource() {
    Conflict.Side bare = new Conflict.Side("go ahead", List.of(), List.of());
    Conflict.Side known = new Conflict.Side("go ahead", List.of(), List.of(Sound.LITERATURE));

    assertThat(codes(conflict(Sound.side("wait"), bare))).containsExactly("PX-0303");
    assertThat(codes(conflict(Sound.side("wait"), known))).isEmpty();
  }

  @Test
  void px0304_aGradeIsNoBetterThanItsStrongestSource() {
    assertThat(rule(List.of("S1-001"), List.of(), Grade.A, "C01")).containsExactly("PX-0304");
    assertThat(rule(List.of("S1-001"), List.of(), Grade.H, "C01")).isEmpty();
    assertThat(rule(List.of("S1-001"), List.of(Sound.LITERATURE), Grade.A, "C01")).isEmpty();
  }

  @Test
  void px0304_neitherIsThatOfALiteratureFact() {
    Source copy = new Source("P-copy", "A copy.", null, "copy", Grade.B);

    assertThat(codes(Sound.fixture().with(copy).with(from("P-copy", Grade.A))))
        .containsExactly("PX-0304");
    assertThat(codes(Sound.fixture().with(copy).with(from("P-copy", Grade.B)))).isEmpty();
  }

  @Test
  void px0305_aDisagreementHasTwoSides() {
    assertThat(codes(conflict(Sound.side("wait")))).containsExactly("PX-0305");
  }

  private static LiteratureFact from(String source, Grade grade) {
    return new LiteratureFact("L-copy", source, "x", null, null, grade);
  }

  private static KnowledgeFixture conflict(Conflict.Side... sides) {
    return Sound.fixture().with(Sound.conflict(sides));
  }
}
