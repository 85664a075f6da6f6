package org.percuta.protocol.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of the knowledge that may name a house setting as {@code {setting-id}}; in force it says
 * the clinic's number with its unit, for example {@code 21 days}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NamesSettings {}
