@NullMarked
package org.percuta.clinic.consent;

import org.jspecify.annotations.NullMarked;
