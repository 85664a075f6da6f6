/**
 * FHIR R4 in: a Bundle, a resource or NDJSON of resources to the facts of one person. It streams,
 * so that a file of many megabytes needs no tree, and answers bad input with findings.
 */
@NullMarked
package org.percuta.fhir.read;

import org.jspecify.annotations.NullMarked;
