/** Is microneedling for me: the questions, the verdict, and the plan, without signing in. */
@NullMarked
package org.percuta.clinic.assessment;

import org.jspecify.annotations.NullMarked;
