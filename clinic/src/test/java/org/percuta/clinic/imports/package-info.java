@NullMarked
package org.percuta.clinic.imports;

import org.jspecify.annotations.NullMarked;
