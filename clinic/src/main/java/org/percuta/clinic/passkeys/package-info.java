/** Staff sign in with a key that their device keeps (Web Authentication). */
@NullMarked
package org.percuta.clinic.passkeys;

import org.jspecify.annotations.NullMarked;
