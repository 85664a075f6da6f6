/** Consent: what a person is told, what they signed, and the gate that asks for it. */
@NullMarked
package org.percuta.clinic.consent;

import org.jspecify.annotations.NullMarked;
