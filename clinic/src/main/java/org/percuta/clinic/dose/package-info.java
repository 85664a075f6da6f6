/** The skin model on pages: what a setting does within the protocol, and how a course heals. */
@NullMarked
package org.percuta.clinic.dose;

import org.jspecify.annotations.NullMarked;
