/**
 * What every feature stands on: database, security, pages, clock, settings, errors. Sees no
 * feature.
 */
@NullMarked
package org.percuta.clinic.platform;

import org.jspecify.annotations.NullMarked;
