package org.percuta.protocol.io.parameters;

import java.util.List;
import java.util.Map;
import org.percuta.protocol.validate.Finding;
import org.percuta.quantity.Parameter;

/**
 * What was read from the parameter files.
 *
 * @param parameters by id, in file order
 * @param findings what could not be read, and why
 */
public record LoadedParameters(Map<String, Parameter> parameters, List<Finding> findings) {

  public boolean isValid() {
    return findings.stream().noneMatch(Finding::isError);
  }
}
