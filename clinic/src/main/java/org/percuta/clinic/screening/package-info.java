/** The record of a patient as the protocol reads it, and its verdicts as pages show them. */
@NullMarked
package org.percuta.clinic.screening;

import org.jspecify.annotations.NullMarked;
