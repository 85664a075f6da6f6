/**
 * What every feature stands on: database, security, pages, clock, settings, errors. Sees no
 * feature.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.percuta.clinic.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
