package org.percuta.protocol.io.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percuta.protocol.io.KnowledgeReader;
import org.percuta.quantity.Parameter;

class ParameterFilesTest {

  @Test
  void theShippedParametersAreSound() {
    LoadedParameters loaded = ParameterFiles.read();
    assertThat(loaded.findings()).isEmpty();
    assertThat(loaded.parameters()).containsKeys("device.roller-192.needles", "penetration.pen");
  }

  @Test
  void everySourceIdIsAKnownSource() {
    Set<String> sources = KnowledgeReader.shipped().knowledge().sources().keySet();
    assertThat(ParameterFiles.read().parameters().values())
        .allSatisfy(parameter -> {
          if (parameter.source().matches("P-[a-z0-9-]+")) {
            assertThat(sources).as(parameter.id()).contains(parameter.source());
          }
        });
  }

  @Test
  void whatIsRecalledIsGradedNoBetterThanBAndHasARange() {
    assertThat(ParameterFiles.read().parameters().values())
        .filteredOn(Parameter::recalled)
        .isNotEmpty()
        .allSatisfy(parameter -> {
          assertThat(parameter.grade()).as(parameter.id()).isNotEqualTo(Parameter.Grade.A);
          assertThat(parameter.range().low())
              .as(parameter.id())
              .isLessThanOrEqualTo(parameter.range().high());
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "value: x | not a number",
        "range: [2, 1] | runs from 2.0 down to 1.0",
        "range: [3, 4] | outside its range",
        "grade: Z | none of A, B, C, H",
        "unit: \"\" | is missing",
        "recalled: maybe | true or false",
        "colour: red | Unknown key 'colour'",
      })
  void aMalformedEntryIsAFindingWithItsPlace(String part, String message) {
    String key = part.substring(0, part.indexOf(':'));
    StringBuilder entry = new StringBuilder("parameters:\n  - id: a.b\n");
    new TreeMap<>(
            java.util.Map.of(
                "value", "1", "unit", "mm", "range", "[0, 2]", "method", "m", "source", "s",
                "grade", "A"))
        .forEach((k, v) -> {
          if (!k.equals(key)) {
            entry.append("    ").append(k).append(": ").append(v).append('\n');
          }
        });
    entry.append("    ").append(part).append('\n');
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("parameters/x.yaml", entry.toString().getBytes(StandardCharsets.UTF_8));
    LoadedParameters loaded = ParameterFiles.read(files);
    assertThat(loaded.isValid()).isFalse();
    assertThat(loaded.parameters()).isEmpty();
    assertThat(loaded.findings().getFirst().inOneLine())
        .startsWith("parameters/x.yaml:")
        .contains(message);
  }
}
