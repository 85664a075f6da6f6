package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sourced range of needle settings. It bounds what a clinician enters; it is never a default.
 *
 * @param devices device kinds it is for; any when empty
 * @param concerns concern ids it is for; any when empty
 * @param sites site ids it is for, with their parts; any when empty
 * @param basis what the numbers are: a label limit binds, the others inform
 */
public record DepthWindow(
    String id,
    List<Device.Kind> devices,
    List<String> concerns,
    List<String> sites,
    double low_mm,
    double high_mm,
    Basis basis,
    String note,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** What the range rests on. */
  public enum Basis {
    LABEL,
    STUDY,
    PRACTICE
  }
}
