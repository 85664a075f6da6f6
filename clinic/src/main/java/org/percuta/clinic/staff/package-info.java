/** The people who work at a clinic: their accounts, sign-in and passwords. */
@NullMarked
package org.percuta.clinic.staff;

import org.jspecify.annotations.NullMarked;
