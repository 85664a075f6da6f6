package org.percuta.clinic.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.percuta.fhir.read.FhirReading;
import org.percuta.protocol.model.CodeMapping;

/** Codes in words: the short name of their system, the code, and what it stands for. */
final class Codes {

  private static final Map<String, String> SYSTEMS =
      Map.of(
          "http://snomed.info/sct", "SNOMED CT",
          "http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm",
          "http://loinc.org", "LOINC",
          "http://www.whocc.no/atc", "ATC",
          "http://hl7.org/fhir/sid/icd-10", "ICD-10",
          "http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM");

  private final Map<FhirReading.Code, String> displays;

  Codes(List<CodeMapping> mappings) {
    this.displays =
        mappings.stream()
            .filter(mapping -> !mapping.prefix())
            .collect(
                Collectors.toMap(
                    mapping -> new FhirReading.Code(mapping.system(), mapping.code()),
                    CodeMapping::display,
                    (first, second) -> first));
  }

  String words(List<FhirReading.Code> codes) {
    return codes.stream().map(this::words).distinct().collect(Collectors.joining("; "));
  }

  private String words(FhirReading.Code code) {
    String display = displays.get(code);
    return SYSTEMS.getOrDefault(code.system(), code.system())
        + " "
        + code.code()
        + (display == null ? "" : " " + display);
  }
}
