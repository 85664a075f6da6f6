package org.percuta.clinic.clearances;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Clearance;

/**
 * A clearance as it was recorded.
 *
 * @param withdrawn who took it back, when and why; absent while it stands
 */
record RecordedClearance(
    UUID id, Clearance clearance, String recordedBy, Instant at, @Nullable Withdrawn withdrawn) {

  record Withdrawn(String by, Instant at, String reason) {}
}
