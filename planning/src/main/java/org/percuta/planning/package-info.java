/**
 * Joins the protocol and the skin model: what a setting does within what is allowed, and how a
 * course heals. The protocol's limits come first and the model overrules none. Pure.
 */
@NullMarked
package org.percuta.planning;

import org.jspecify.annotations.NullMarked;
