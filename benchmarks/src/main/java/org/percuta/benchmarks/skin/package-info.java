/**
 * How long the skin model takes, and what it allocates. docs/performance/skin.md has the method.
 */
@NullMarked
package org.percuta.benchmarks.skin;

import org.jspecify.annotations.NullMarked;
