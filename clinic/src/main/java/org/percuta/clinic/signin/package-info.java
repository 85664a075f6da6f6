/** A patient's sign-in by a signed link and the date of birth, and the patient's own page. */
@NullMarked
package org.percuta.clinic.signin;

import org.jspecify.annotations.NullMarked;
