/** Asking a patient in the clinic: the open questions of a topic on one page. */
@NullMarked
package org.percuta.clinic.questions;

import org.jspecify.annotations.NullMarked;
