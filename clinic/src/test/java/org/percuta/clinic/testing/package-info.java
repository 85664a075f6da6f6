/** The whole application on a real database, for tests. */
@NullMarked
package org.percuta.clinic.testing;

import org.jspecify.annotations.NullMarked;
