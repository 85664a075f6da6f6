/** What patients are sent around their sessions and appointments, and the outbox it waits in. */
@NullMarked
package org.percuta.clinic.messages;

import org.jspecify.annotations.NullMarked;
