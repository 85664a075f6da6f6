package org.percuta.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a command line did. */
record Ran(int exit, String out, String err) {

  static final Path ROOT = Path.of("..");
  static final String EXAMPLE = ROOT.resolve("examples/intake/acne-scars.yaml").toString();

  static Ran percuta(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PrintWriter outWriter = new PrintWriter(out);
    PrintWriter errWriter = new PrintWriter(err);
    int exit = Percuta.run(outWriter, errWriter, args);
    outWriter.flush();
    errWriter.flush();
    return new Ran(exit, out.toString(), err.toString());
  }

  JsonNode json() {
    return new ObjectMapper().readTree(out);
  }

  /** Where the output leaves the shape that docs/schemas promises. */
  List<String> deviations(String schema) {
    return deviations(schema, out);
  }

  static List<String> deviations(String schema, String json) {
    try {
      String text = Files.readString(ROOT.resolve("docs/schemas/" + schema + ".schema.json"));
      Schema known =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON);
      return known.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
