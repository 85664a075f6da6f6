/** What the documents on paper share. */
@NullMarked
package org.percuta.clinic.platform.pdf;

import org.jspecify.annotations.NullMarked;
