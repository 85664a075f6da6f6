package org.percuta.protocol.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Items.site;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.model.Site;

class SiteMapTest {

  private static SiteMap map(Site... sites) {
    return new SiteMap(Stream.of(sites).collect(Collectors.toMap(Site::id, s -> s)));
  }

  private final SiteMap sites =
      map(
          site("head", "face", "scalp"),
          site("face", "cheeks", "chin"),
          site("scalp"),
          site("cheeks"),
          site("chin"),
          site("jaw", "chin", "neck"),
          site("neck"));

  @Test
  void aSiteHoldsItselfItsPartsAndTheirParts() {
    for (String part : List.of("head", "face", "scalp", "cheeks", "chin")) {
      assertThat(sites.holds("head", part)).isTrue();
    }
    assertThat(sites.holds("head", "neck")).isFalse();
    assertThat(sites.holds("cheeks", "face")).isFalse();
  }

  @Test
  void sitesOverlapWhereOneHoldsTheOtherOrBothHoldAThird() {
    assertThat(sites.overlap("cheeks", "head")).isTrue();
    assertThat(sites.overlap("head", "cheeks")).isTrue();
    assertThat(sites.overlap("jaw", "face")).isTrue();
    assertThat(sites.overlap("jaw", "cheeks")).isFalse();
  }

  @Test
  void aSiteThatHoldsItselfByMistakeStillEnds() {
    SiteMap circle = map(site("a", "b"), site("b", "a"));

    assertThat(circle.holds("a", "b")).isTrue();
    assertThat(circle.holds("b", "a")).isTrue();
  }

  @Test
  void aPartNobodyDefinedIsStillAPart() {
    SiteMap open = map(site("hand", "thumb"));

    assertThat(open.holds("hand", "thumb")).isTrue();
    assertThat(open.overlap("thumb", "hand")).isTrue();
    assertThat(open.holds("thumb", "thumb")).isTrue();
    assertThat(open.holds("thumb", "hand")).isFalse();
  }
}
