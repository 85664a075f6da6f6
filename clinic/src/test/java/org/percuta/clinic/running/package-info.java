/** The whole application on a real database, for tests. */
@NullMarked
package org.percuta.clinic.running;

import org.jspecify.annotations.NullMarked;
