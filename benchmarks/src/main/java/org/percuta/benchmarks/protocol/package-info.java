/** What a screening costs once knowledge and facts are prepared. */
@NullMarked
package org.percuta.benchmarks.protocol;

import org.jspecify.annotations.NullMarked;
