/**
 * The data of one person as a whole: duplicates and merges, the copy they may have, legal holds,
 * and erasure.
 */
@NullMarked
package org.percuta.clinic.persondata;

import org.jspecify.annotations.NullMarked;
