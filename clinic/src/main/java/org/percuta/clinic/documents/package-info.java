/** Documents of a patient: letters, results and pictures, checked by what they hold. */
@NullMarked
package org.percuta.clinic.documents;

import org.jspecify.annotations.NullMarked;
