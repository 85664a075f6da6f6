/** What the operator sets, and the secrets generated for this installation. */
@NullMarked
package org.percuta.clinic.platform.settings;

import org.jspecify.annotations.NullMarked;
