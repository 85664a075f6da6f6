package org.percuta.clinic.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a controller method. A method without one, on itself or its class, is closed to
 * everybody. The table in {@code docs/clinic/access.md} says the same and a test compares them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allow {

  /** The roles let in, when not open to everybody. */
  Role[] value() default {};

  /** Open without signing in. */
  boolean everybody() default false;
}
