/** The staff's pages under load: a large clinic, and people who work in it at the same time. */
@NullMarked
package org.percuta.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
