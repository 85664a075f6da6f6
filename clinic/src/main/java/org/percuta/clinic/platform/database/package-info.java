/** Connections, migrations, and the transaction that is bound to one clinic. */
@NullMarked
package org.percuta.clinic.platform.database;

import org.jspecify.annotations.NullMarked;
