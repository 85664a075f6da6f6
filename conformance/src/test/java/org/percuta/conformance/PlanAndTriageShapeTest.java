package org.percuta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percuta.cli.Percuta;

/** What the command writes keeps the shape that docs/schemas promises. */
class PlanAndTriageShapeTest {

  private static final Path ROOT = Path.of("..");
  private static final String EXAMPLE = ROOT.resolve("examples/intake/acne-scars.yaml").toString();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acne-scars@cheeks",
        "stretch-marks@abdomen",
        "androgenetic-alopecia@scalp",
        "fine-lines-wrinkles@under-eye"
      })
  void aPlanKeepsItsShape(String goal) throws IOException {
    String json = run("plan", EXAMPLE, "--goal", goal, "--on", "2026-11-21", "--json");
    assertThat(errors("percuta.plan-1", json)).isEmpty();
  }

  @Test
  void aTriageKeepsItsShape() throws IOException {
    String urgent = run("triage", "--day", "2", "--symptom", "fever=severe", "--json");
    String expected = run("triage", "--day", "0", "--symptom", "redness=mild", "--json");
    assertThat(errors("percuta.triage-1", urgent)).isEmpty();
    assertThat(errors("percuta.triage-1", expected)).isEmpty();
    assertThat(urgent).contains("\"level\" : \"urgent\"");
    assertThat(expected).contains("\"level\" : \"expected\"");
  }

  @Test
  void theSchemaNoticesAWrongShape() throws IOException {
    String json = run("triage", "--day", "0", "--symptom", "redness=mild", "--json");
    assertThat(errors("percuta.triage-1", json.replace("\"expected\"", "\"fine\""))).isNotEmpty();
  }

  private static java.util.List<com.networknt.schema.Error> errors(String name, String json)
      throws IOException {
    String text = Files.readString(ROOT.resolve("docs/schemas/" + name + ".schema.json"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON);
  }

  private static String run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Percuta.run(new PrintWriter(out), new PrintWriter(err), args);
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }
}
