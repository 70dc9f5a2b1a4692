package org.quotidian.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a column of a row means, in words for the person who reads the table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
  String value();

  /** What a number counts, such as {@code code points}; empty for what is no measure. */
  String unit() default "";
}
