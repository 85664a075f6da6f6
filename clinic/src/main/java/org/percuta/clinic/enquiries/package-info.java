/** What people send to the clinic from the public pages. */
@NullMarked
package org.percuta.clinic.enquiries;

import org.jspecify.annotations.NullMarked;
