package org.percuta.clinic.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;

/**
 * One act of a clinician on a house setting: a new number, or the number at hand approved.
 *
 * @param version of the clinic's settings from this act on
 * @param previous version of the act on the same setting before it; 0 when it is the first
 * @param before the number that held until then
 * @param digest of the content it was decided under
 */
public record SettingChange(
    int version,
    String setting,
    int previous,
    double before,
    double value,
    String unit,
    String digest,
    UUID by,
    String name,
    String reason,
    Instant at) {

  /** Whether the number stays, and only gets a name behind it. */
  public boolean isApproval() {
    return before == value;
  }

  /**
   * Whether it can hold under this content: a number decided in another unit, or outside what the
   * content allows by now, does not.
   */
  public boolean fits(HouseSetting shipped) {
    return shipped.id().equals(setting)
        && shipped.grade() == Grade.H
        && shipped.unit().equals(unit)
        && value >= shipped.low()
        && value <= shipped.high();
  }
}
