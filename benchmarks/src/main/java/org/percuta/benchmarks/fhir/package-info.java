/** How long it takes to read FHIR. */
@NullMarked
package org.percuta.benchmarks.fhir;

import org.jspecify.annotations.NullMarked;
