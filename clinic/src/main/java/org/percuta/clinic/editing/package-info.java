/** What the second of two editors sees. */
@NullMarked
package org.percuta.clinic.editing;

import org.jspecify.annotations.NullMarked;
