/**
 * YAML to the protocol's records, keeping file, line and column of everything. The only place with
 * a YAML library.
 */
@NullMarked
package org.percuta.protocol.io;

import org.jspecify.annotations.NullMarked;
