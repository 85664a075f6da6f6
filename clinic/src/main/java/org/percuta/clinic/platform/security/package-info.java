/** Who is calling, how they signed in, and what they may open. */
@NullMarked
package org.percuta.clinic.platform.security;

import org.jspecify.annotations.NullMarked;
