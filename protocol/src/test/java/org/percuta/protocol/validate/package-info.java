/** Tests of the checks: one knowledge that triggers each finding, and one that does not. */
@NullMarked
package org.percuta.protocol.validate;

import org.jspecify.annotations.NullMarked;
