@NullMarked
package org.percuta.clinic.governance;

import org.jspecify.annotations.NullMarked;
