/** Health, readiness and metrics for the operator. */
@NullMarked
package org.percuta.clinic.platform.ops;

import org.jspecify.annotations.NullMarked;
