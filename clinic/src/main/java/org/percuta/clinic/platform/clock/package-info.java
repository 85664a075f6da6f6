/** The one clock, so that a test can set the date. */
@NullMarked
package org.percuta.clinic.platform.clock;

import org.jspecify.annotations.NullMarked;
