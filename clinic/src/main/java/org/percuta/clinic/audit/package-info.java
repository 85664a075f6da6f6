/** Who did what to whose record, when and from where; chained so that tampering shows. */
@NullMarked
package org.percuta.clinic.audit;

import org.jspecify.annotations.NullMarked;
