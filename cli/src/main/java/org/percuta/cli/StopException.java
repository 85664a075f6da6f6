package org.percuta.cli;

import java.util.List;
import org.percuta.protocol.validate.Finding;

/** Ends a command with findings for the user; the one place they are printed is {@link Percuta}. */
public final class StopException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final int exitCode;
  private final transient List<Finding> findings;

  public StopException(int exitCode, List<Finding> findings) {
    super(findings.isEmpty() ? "" : findings.getFirst().message(), null, false, false);
    this.exitCode = exitCode;
    this.findings = List.copyOf(findings);
  }

  int exitCode() {
    return exitCode;
  }

  List<Finding> findings() {
    return findings;
  }
}
