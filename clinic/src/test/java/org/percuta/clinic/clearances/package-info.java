@NullMarked
package org.percuta.clinic.clearances;

import org.jspecify.annotations.NullMarked;
