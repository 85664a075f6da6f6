/** Prices of the house, quotes of courses, and packages of sessions. */
@NullMarked
package org.percuta.clinic.quotes;

import org.jspecify.annotations.NullMarked;
