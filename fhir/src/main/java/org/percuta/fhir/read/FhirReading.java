package org.percuta.fhir.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.validate.Finding;

/**
 * What was read from a FHIR file.
 *
 * @param record the facts that could be read, also where there are findings; of an unknown patient
 *     where nothing could be read
 * @param findings what is wrong with the file, in file order; an error means that the record may
 *     lack something
 * @param counts what became of the resources
 * @param name of the person, where the file tells it
 * @param codes the codes that gave statements, by where the statement was read
 */
public record FhirReading(
    PatientRecord record,
    List<Finding> findings,
    Counts counts,
    @Nullable Name name,
    Map<String, List<Code>> codes) {

  public FhirReading {
    findings = List.copyOf(findings);
    codes = Map.copyOf(codes);
  }

  /** A person's name; what the file does not tell is empty. */
  public record Name(String given, String family) {}

  /** A code as it stands in the file. */
  public record Code(String system, String code) {}

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
