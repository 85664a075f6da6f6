/**
 * A fictional clinic for newcomers, made through the features' own services. Sees features; no
 * feature sees it.
 */
@NullMarked
package org.percuta.clinic.demo;

import org.jspecify.annotations.NullMarked;
