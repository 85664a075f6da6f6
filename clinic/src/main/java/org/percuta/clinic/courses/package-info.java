/** Courses of sessions: planned, offered, accepted, run. */
@NullMarked
package org.percuta.clinic.courses;

import org.jspecify.annotations.NullMarked;
