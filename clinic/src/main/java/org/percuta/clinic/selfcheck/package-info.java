/** How healing usually stands on a day, and what a report calls for, without signing in. */
@NullMarked
package org.percuta.clinic.selfcheck;

import org.jspecify.annotations.NullMarked;
