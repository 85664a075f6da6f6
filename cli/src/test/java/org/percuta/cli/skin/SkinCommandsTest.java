package org.percuta.cli.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.cli.Percuta;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class SkinCommandsTest {

  private record Ran(int exit, String out, String err) {}

  @Test
  void doseAsJsonHasTheAgreedShape() {
    Ran ran = run("dose --device roller-192 --site cheeks --depth 1.5mm --passes 15 --json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    Map<String, Double> numbers = numbers(ran.out());
    assertThat(numbers)
        .containsKeys(
            "density_per_cm2.mean",
            "density_per_cm2.p05",
            "density_per_cm2.p95",
            "coverage.mean",
            "channelOpen_h.mean",
            "minutes");
    assertThat(ran.out()).contains("\"limits\"");
    assertThat(numbers.getOrDefault("density_per_cm2.mean", 0.0)).isCloseTo(229, within(0.5));
    double sum =
        numbers.entrySet().stream()
            .filter(e -> e.getKey().startsWith("layers."))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(numbers)
        .containsKeys(
            "layers.epidermis",
            "layers.papillary-dermis",
            "layers.reticular-dermis",
            "layers.subcutis");
  }

  @ParameterizedTest
  @CsvSource({
    "dose --device pen-14 --site face --depth 3mm, 3 mm is outside 0 to 2.5 mm",
    "dose --device pen-14 --site face --depth NaNmm, NaN mm is outside",
    "dose --device pen-14 --site face --depth=-1mm, -1 mm is outside",
    "dose --device pen-14 --site face --depth 1.5, has no unit",
    "dose --device pen-15 --site face --depth 1mm, is none of",
    "dose --device pen-14 --site knee --depth 1mm, is none of",
    "dose --device pen-14 --site face --depth 1mm --speed 900cm/s, 900 cm/s is outside",
    "dose --device pen-14 --site face --depth 1mm --passes -3, outside 0 to 100",
    "dose --device pen-14 --site face, --depth",
    "heal --device pen-14 --site face --depth 1mm --sessions 400, outside 0 to 60",
    "heal --device pen-14 --site face --depth 1mm --interval 0d, outside 1 to 365",
    "heal --device pen-14 --site face --depth 1mm --members 1, outside 20",
  })
  void badInputEndsWithTwoAndAFindingAndNoTrace(String command, String message) {
    Ran ran = run(command);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains(message).contains("error PX-").doesNotContain("\tat ");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void everyDeviceAndSiteOfTheKnowledgeIsAnswered() {
    for (String device : "roller-192 pen-14 pen-12 pen-36 stamp patch".split(" ")) {
      Ran ran = run("dose --device " + device + " --site under-eye --depth 0.25mm");
      assertThat(ran.exit()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("a model", "Punctures per cm²", "papillary dermis");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--device roller-192 --site cheeks --depth 1.5mm --passes 11, '11 passes are more than 10'",
    "--device roller-192 --site cheeks --depth 1.5mm --passes 11, 'Set by passes-ceiling, grade H: L-scars-passes'",
    "--device stamp --site cheeks --depth 0.5mm, does not offer this device",
    "--device pen-36 --site cheeks --depth 2mm --concern acne-scars, 'deepest that the protocol allows'",
    "--device pen-36 --site cheeks --depth 2mm --concern acne-scars, Set by depth-pen-facial",
  })
  void aLimitOfTheProtocolComesBeforeTheFigures(String setting, String message) {
    Ran ran = run("dose " + setting);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).startsWith("command line").contains(message, "warning PX-0713");
    assertThat(ran.out().indexOf(message)).isLessThan(ran.out().indexOf("Punctures per cm²"));
    Ran asJson = run("dose " + setting + " --json");
    assertThat(asJson.err()).contains(message);
    assertThat(asJson.out()).startsWith("{").doesNotContain("PX-0713");
  }

  @Test
  void withinTheLimitsNothingIsSaidOfThemAndAConcernIsChecked() {
    String atTheLimit = "dose --device pen-36 --site cheeks --depth 1.5mm --concern acne-scars";
    assertThat(run(atTheLimit).out()).contains("Punctures per cm²").doesNotContain("PX-0713");
    Ran wrong = run("dose --device pen-36 --site cheeks --depth 1mm --concern acne-scar");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("No concern 'acne-scar'. Maybe");
  }

  @Test
  void healGivesBandsAsTextAndJson() {
    String course = "heal --device roller-192 --site cheeks --depth 1.5mm --passes 15 --members 60";
    assertThat(run(course).out())
        .contains("15 passes are more than 10")
        .contains("Redness gone", "collagen over baseline", "bands");
    Ran json = run(course + " --json --sessions 2 --interval 6wk");
    assertThat(json.exit()).isZero();
    assertThat(json.out()).contains("\"collagen_by_day\"", "\"p95\"", "percuta.healing/1");
    assertThat(json).isEqualTo(run(course + " --json --sessions 2 --interval 6wk"));
  }

  @Test
  void picturesGoToAFileOrToTheOutput(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("section.svg");
    Ran ran = run("dose --device pen-12 --site chin --depth 0.5mm --svg " + file);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(Files.readString(file)).startsWith("<svg").contains("role=\"img\"");
    assertThat(run("dose --device pen-12 --site chin --depth 0.5mm --picture density --svg").out())
        .startsWith("<svg");
    assertThat(run("heal --device pen-12 --site chin --depth 0.5mm --members 40 --svg").out())
        .startsWith("<svg");
    Ran nowhere =
        run("dose --device pen-12 --site chin --depth 0.5mm --svg " + folder + "/none/a.svg");
    assertThat(nowhere.exit()).isEqualTo(2);
  }

  private static Ran run(String command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Percuta.run(new PrintWriter(out), new PrintWriter(err), command.split(" "));
    return new Ran(exit, out.toString(), err.toString());
  }

  /** Numbers by dotted path; arrays are passed over. */
  private static Map<String, Double> numbers(String json) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      StringBuilder path = new StringBuilder();
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        switch (token) {
          case START_ARRAY -> parser.skipChildren();
          case PROPERTY_NAME -> {
            String parent = path.toString();
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
              path.append(name).append('.');
            } else if (parser.currentToken().isNumeric()) {
              numbers.put(parent + name, parser.getDoubleValue());
            } else if (parser.currentToken() == JsonToken.START_ARRAY) {
              parser.skipChildren();
            }
          }
          case END_OBJECT -> {
            int cut = path.lastIndexOf(".", Math.max(0, path.length() - 2));
            path.setLength(cut < 0 ? 0 : cut + 1);
          }
          default -> {}
        }
      }
    }
    return numbers;
  }
}
