package org.percuta.protocol.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.validate.Finding;
import org.percuta.protocol.validate.Place;

/** Collects findings while reading. */
public final class Findings {

  private static final int MOST = 2_000;
  private final List<Finding> list = new ArrayList<>();
  private boolean errors;

  public void error(
      String code, String message, String subject, Place place, @Nullable String hint) {
    add(Finding.error(code, message, subject, place, hint));
  }

  public void warning(
      String code, String message, String subject, Place place, @Nullable String hint) {
    add(Finding.warning(code, message, subject, place, hint));
  }

  /**
   * Past a couple of thousand nobody reads on, and a hostile file must not fill the memory; the
   * first error is kept all the same.
   */
  public void add(Finding finding) {
    boolean firstError = finding.isError() && !errors;
    errors |= firstError;
    if (list.size() < MOST || firstError) {
      list.add(finding);
    }
  }

  public void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  public boolean hasErrors() {
    return errors;
  }

  public List<Finding> list() {
    return List.copyOf(list);
  }
}
