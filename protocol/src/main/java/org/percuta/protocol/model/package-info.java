/**
 * The clinical content and the patient's facts as values. The YAML files under {@code knowledge/}
 * are read into these records one to one, so a record here is also the format of a file there.
 */
@NullMarked
package org.percuta.protocol.model;

import org.jspecify.annotations.NullMarked;
