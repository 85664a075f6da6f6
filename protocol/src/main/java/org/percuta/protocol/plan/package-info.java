/**
 * From a verdict to a dated course: sessions, calendar, price, checklist, numbing, depth, consent.
 * Pure.
 */
@NullMarked
package org.percuta.protocol.plan;

import org.jspecify.annotations.NullMarked;
