/** Staff sign in where the practice's people sign in already (OpenID Connect). */
@NullMarked
package org.percuta.clinic.oidc;

import org.jspecify.annotations.NullMarked;
