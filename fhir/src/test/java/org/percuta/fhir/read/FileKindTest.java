package org.percuta.fhir.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FileKindTest {

  private static FileKind of(String text) {
    return FileKind.of(text.getBytes(UTF_8));
  }

  @Test
  void a_bundle_a_resource_and_lines_are_told_apart() {
    assertThat(of("{\n  \"resourceType\" : \"Bundle\"}")).isEqualTo(FileKind.FHIR_JSON);
    assertThat(of("{\"type\": \"x\", \"resourceType\": \"Bundle\"}\n"))
        .isEqualTo(FileKind.FHIR_JSON);
    assertThat(of("{\"resourceType\":\"Patient\"}\r\n{\"resourceType\":\"Condition\"}"))
        .isEqualTo(FileKind.FHIR_NDJSON);
    assertThat(of("\uFEFF{\"resourceType\":\"Patient\"}")).isEqualTo(FileKind.FHIR_JSON);
  }

  @Test
  void an_intake_file_is_yaml_or_json_without_a_resource_type() {
    assertThat(of("patient: {id: p-17}")).isEqualTo(FileKind.INTAKE);
    assertThat(of("{\"patient\": {\"id\": \"p-17\"}}")).isEqualTo(FileKind.INTAKE);
    assertThat(of("# resourceType\nfacts: {}")).isEqualTo(FileKind.INTAKE);
  }

  @Test
  void the_beginning_of_a_long_bundle_is_enough() {
    byte[] bundle =
        ("{\"resourceType\":\"Bundle\",\"entry\":[" + "{},".repeat(50_000)).getBytes(UTF_8);

    assertThat(FileKind.of(Arrays.copyOf(bundle, FileKind.ENOUGH))).isEqualTo(FileKind.FHIR_JSON);
  }
}
