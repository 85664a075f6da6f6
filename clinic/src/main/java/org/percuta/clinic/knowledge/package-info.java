/**
 * The clinical content this installation runs on, what reads it, and where each statement comes
 * from.
 */
@NullMarked
package org.percuta.clinic.knowledge;

import org.jspecify.annotations.NullMarked;
