/** Healing after a session: what is to be expected on a day, and what a report calls for. Pure. */
@NullMarked
package org.percuta.protocol.triage;

import org.jspecify.annotations.NullMarked;
