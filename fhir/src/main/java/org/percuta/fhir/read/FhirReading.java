package org.percuta.fhir.read;

import java.util.List;
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
 */
public record FhirReading(PatientRecord record, List<Finding> findings, Counts counts) {

  public FhirReading {
    findings = List.copyOf(findings);
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
