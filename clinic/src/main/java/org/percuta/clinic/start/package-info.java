/** The public front page and what all public pages share. */
@NullMarked
package org.percuta.clinic.start;

import org.jspecify.annotations.NullMarked;
