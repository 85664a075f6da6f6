/** What microneedling is, page by page, every statement traced to its claims, and their search. */
@NullMarked
package org.percuta.clinic.understand;

import org.jspecify.annotations.NullMarked;
