@NullMarked
package org.percuta.clinic.documents;

import org.jspecify.annotations.NullMarked;
