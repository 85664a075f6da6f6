/** Runs the bundled PostgreSQL 18 on a kept data directory, durable and unprivileged. */
@NullMarked
package org.percuta.clinic.platform.postgres;

import org.jspecify.annotations.NullMarked;
