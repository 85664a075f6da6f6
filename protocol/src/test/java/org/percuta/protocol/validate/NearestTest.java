package org.percuta.protocol.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN =
      List.of("cheeks", "chin", "forehead", "acne-scars", "scars", "face");

  @ParameterizedTest
  @CsvSource({
    "cheek, cheeks",
    "chekes, cheeks",
    "CHEEKS, cheeks",
    "forhaed, forehead",
    "acne_scars, acne-scars",
    "fcae, face"
  })
  void aTypingMistakeFindsWhatWasMeant(String typed, String meant) {
    assertThat(Nearest.find(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"elbow", "''", "xy", "acne-scar-tissue"})
  void whatIsFarFromAllFindsNothing(String typed) {
    assertThat(Nearest.find(typed, KNOWN)).isEmpty();
  }

  @Test
  void aShortWordIsAllowedFewerMistakes() {
    assertThat(Nearest.find("ab", List.of("cd"))).isEmpty();
    assertThat(Nearest.find("ab", List.of("ac"))).contains("ac");
  }

  @Test
  void ofTwoEquallyNearTheFirstByAlphabet() {
    assertThat(Nearest.find("bat", List.of("cat", "bar"))).contains("bar");
  }

  @Test
  void aHintNamesTheNearestOrElseAll() {
    assertThat(Nearest.hint("cheek", KNOWN)).isEqualTo("Maybe cheeks?");
    assertThat(Nearest.hint("elbow", List.of("chin", "cheeks")))
        .isEqualTo("Maybe one of: cheeks, chin?");
  }
}
