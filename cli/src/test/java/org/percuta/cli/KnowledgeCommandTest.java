package org.percuta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.cli.Ran.percuta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KnowledgeCommandTest {

  @TempDir Path folder;

  private void copy() throws IOException {
    Path shipped = Ran.ROOT.resolve("knowledge");
    for (String part :
        List.of("version.yaml", "protocol", "parameters", "sources", "terminology", "cases")) {
      try (Stream<Path> files = Files.walk(shipped.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = folder.resolve(shipped.relativize(file));
          Files.createDirectories(target.resolveSibling(""));
          Files.copy(file, target);
        }
      }
    }
  }

  private void replace(String file, String right, String wrong) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(right);
    Files.writeString(path, text.replace(right, wrong));
  }

  @Test
  void whatIsShippedPassesItsCheck() {
    Ran ran = percuta("knowledge", "check");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("487 claims", "51 conflicts", "0 errors");
  }

  @Test
  void brokenKnowledgeEndsWithThreeAndEveryFindingAtItsPlace() throws IOException {
    copy();
    replace("protocol/concerns.yaml", "family: skin", "family: skinn");

    Ran ran = percuta("knowledge", "check", "--knowledge", folder.toString());

    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err())
        .containsPattern("concerns.yaml:\\d+:\\d+: error PX-0113: .*Maybe skin\\?")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void brokenKnowledgeIsNotUsed() throws IOException {
    copy();
    replace("protocol/concerns.yaml", "family: skin", "family: skinn");

    Ran ran = percuta("screen", Ran.EXAMPLE, "--knowledge", folder.toString());

    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aFolderWithoutKnowledgeIsBadInput() {
    Ran ran = percuta("knowledge", "check", "--knowledge", folder.toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("PX-0003", "Maybe name the folder knowledge/");
  }

  @Test
  void theCheckKeepsItsShape() throws IOException {
    copy();
    replace("protocol/concerns.yaml", "family: skin", "family: skinn");

    Ran sound = percuta("knowledge", "check", "--json");
    Ran broken = percuta("knowledge", "check", "--json", "--knowledge", folder.toString());

    assertThat(sound.deviations("percuta.check-1")).isEmpty();
    assertThat(broken.deviations("percuta.check-1")).isEmpty();
    assertThat(broken.json().get("findings").size()).isPositive();
  }

  @Test
  void coverageKeepsItsShape() {
    Ran ran = percuta("knowledge", "coverage", "--json");

    assertThat(ran.deviations("percuta.coverage")).isEmpty();
    JsonNode json = ran.json();
    assertThat(json.get("claims").asInt()).isEqualTo(487);
    assertThat(json.get("used").asInt() + json.get("notModelled").asInt()).isEqualTo(487);
    assertThat(json.get("conflicts").asInt()).isEqualTo(51);
    assertThat(json.get("rulesWithoutCases").asInt()).isZero();
    assertThat(percuta("knowledge", "coverage").out()).contains("Claims", "487");
  }

  @Test
  void conflictsKeepTheirShapeAndAreAllThere() {
    Ran ran = percuta("knowledge", "conflicts", "--json");

    assertThat(ran.deviations("percuta.conflicts-1")).isEmpty();
    assertThat(ran.out()).contains("\"C01\"", "\"C51\"");
    assertThat(percuta("knowledge", "conflicts").out()).contains("C01  ", "C51  ", "Applied: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"S1-046", "C11", "S0", "pregnant", "acne-scars", "cheeks"})
  void anythingWithAnIdIsShown(String id) {
    assertThat(percuta("knowledge", "show", id).exit()).isZero();
    Ran json = percuta("knowledge", "show", id, "--json");
    assertThat(json.exit()).isZero();
    assertThat(json.json().size()).isPositive();
  }

  @Test
  void anIdThatIsNothingIsBadInput() {
    Ran ran = percuta("knowledge", "show", "acne-scar");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("PX-0010", "Maybe acne-scars?");
  }

  @Test
  void aRuleIsExplained() {
    Ran ran = percuta("knowledge", "why", "isotretinoin-recent");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("isotretinoin");
    assertThat(percuta("knowledge", "why", "isotretinoin-recnt").err())
        .contains("Maybe isotretinoin-recent?");
  }

  @Test
  void aDifferenceInMeaningIsTold() throws IOException {
    copy();
    String shipped = Ran.ROOT.resolve("knowledge").toString();
    assertThat(percuta("knowledge", "diff", shipped, folder.toString()).out())
        .isEqualToIgnoringNewLines("No change in meaning.");

    replace("protocol/concerns.yaml", "id: acne-scars", "id: acne-scarz");
    Ran ran = percuta("knowledge", "diff", shipped, folder.toString(), "--json");

    assertThat(ran.exit()).isZero();
    assertThat(ran.deviations("percuta.diff-1")).isEmpty();
    assertThat(ran.json().get("changes").size()).isEqualTo(2);
    assertThat(ran.json().get("changes").get(0).get("decides").asBoolean()).isTrue();
    assertThat(percuta("knowledge", "diff", shipped, folder.toString()).out())
        .contains("! added concern acne-scarz", "! removed concern acne-scars");
  }
}
