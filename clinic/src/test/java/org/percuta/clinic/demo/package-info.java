@NullMarked
package org.percuta.clinic.demo;

import org.jspecify.annotations.NullMarked;
