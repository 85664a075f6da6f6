@NullMarked
package org.percuta.clinic.verdicts;

import org.jspecify.annotations.NullMarked;
