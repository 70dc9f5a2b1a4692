package org.quotidian.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what a column means, for people who read the table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
  String value();

  /** The unit that a number counts, such as {@code code points}; empty if it is not a measure. */
  String unit() default "";
}
