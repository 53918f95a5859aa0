package org.countinghouse.workflows.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The codes with which a delegate raises BPMN errors. The catalogue tests demand an error boundary
 * for each, wherever the delegate is used.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Raises {

  /** Catalogue ids, such as {@code ledger.period-closed}. */
  String[] value();
}
