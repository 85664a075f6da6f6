/** Errors and the one place where they become a status and a page. */
@NullMarked
package org.percuta.clinic.platform.errors;

import org.jspecify.annotations.NullMarked;
