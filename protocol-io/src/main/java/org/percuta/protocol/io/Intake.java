package org.percuta.protocol.io;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Setting;

/**
 * An intake file as read.
 *
 * @param setting where it would be done, if the file says so
 */
public record Intake(PatientRecord record, List<Goal> goals, @Nullable Setting setting) {}
