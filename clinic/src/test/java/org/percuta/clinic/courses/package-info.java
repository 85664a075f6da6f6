@NullMarked
package org.percuta.clinic.courses;

import org.jspecify.annotations.NullMarked;
