@NullMarked
package org.percuta.clinic.messages;

import org.jspecify.annotations.NullMarked;
