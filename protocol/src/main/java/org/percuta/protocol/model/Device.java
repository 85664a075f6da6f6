package org.percuta.protocol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of device.
 *
 * @param maxDepth_mm deepest setting the device or its label allows; absent when no source gives it
 * @param labelDepth_mm deepest setting evaluated for the labelled facial use, if a label says so
 * @param use where it may be used
 * @param offered whether the protocol plans with it; information only otherwise
 */
public record Device(
    String id,
    String label,
    Kind kind,
    @Nullable Double maxDepth_mm,
    @Nullable Double labelDepth_mm,
    List<Setting> use,
    boolean offered,
    boolean singleUse,
    @NamesSettings String note,
    List<String> claims,
    List<String> literature,
    Grade grade,
    @Nullable String conflict)
    implements Sourced {

  /** How it drives the needles. */
  public enum Kind {
    PEN,
    ROLLER,
    STAMP,
    PATCH,
    RADIOFREQUENCY
  }
}
