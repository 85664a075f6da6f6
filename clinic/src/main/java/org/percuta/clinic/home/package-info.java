/** The public start page and the staff page of today. */
@NullMarked
package org.percuta.clinic.home;

import org.jspecify.annotations.NullMarked;
