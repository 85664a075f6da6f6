/** Appointments: who, where, with what and how long; calendar, waiting list and feeds. */
@NullMarked
package org.percuta.clinic.appointments;

import org.jspecify.annotations.NullMarked;
