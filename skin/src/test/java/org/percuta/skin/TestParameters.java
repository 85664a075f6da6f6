package org.percuta.skin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.percuta.quantity.Parameter;
import org.percuta.quantity.Range;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The shipped parameters, read for tests. */
public final class TestParameters {

  public static final SkinParameters SHIPPED = SkinParameters.from(read()).orThrow();

  private TestParameters() {}

  /** All parameters of {@code knowledge/parameters}, by id. */
  public static Map<String, Parameter> read() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(Path.of("../knowledge/parameters"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Map<?, ?> root =
            (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        for (Object entry : (List<?>) part(root, "parameters")) {
          Map<?, ?> map = (Map<?, ?>) entry;
          List<?> range = (List<?>) part(map, "range");
          Parameter parameter =
              new Parameter(
                  String.valueOf(map.get("id")),
                  number(part(map, "value")),
                  String.valueOf(map.get("unit")),
                  new Range(number(range.get(0)), number(range.get(1))),
                  String.valueOf(map.get("method")),
                  String.valueOf(map.get("source")),
                  Parameter.Grade.valueOf(String.valueOf(map.get("grade"))),
                  Boolean.TRUE.equals(map.get("recalled")));
          parameters.put(parameter.id(), parameter);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parameters;
  }

  private static Object part(Map<?, ?> map, String key) {
    return java.util.Objects.requireNonNull(map.get(key), key);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
