/** Facts out of FHIR files: looked at first, then added to a record. */
@NullMarked
package org.percuta.clinic.imports;

import org.jspecify.annotations.NullMarked;
