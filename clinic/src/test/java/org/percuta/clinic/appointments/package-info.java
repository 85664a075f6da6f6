@NullMarked
package org.percuta.clinic.appointments;

import org.jspecify.annotations.NullMarked;
