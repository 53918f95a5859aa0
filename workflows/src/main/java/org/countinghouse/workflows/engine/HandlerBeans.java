package org.countinghouse.workflows.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** Lets an expression name a bean that is made to be called by the engine, and no other. */
class HandlerBeans extends ELResolver {

  private static final List<Class<?>> KINDS =
      List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

  private final ListableBeanFactory application;

  HandlerBeans(ListableBeanFactory application) {
    this.application = application;
  }

  @Override
  public @Nullable Object getValue(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    if (base == null && property instanceof String name && isHandler(name)) {
      context.setPropertyResolved(true);
      return application.getBean(name);
    }
    return null;
  }

  private boolean isHandler(String name) {
    Class<?> type = application.containsBean(name) ? application.getType(name) : null;
    return type != null && KINDS.stream().anyMatch(kind -> kind.isAssignableFrom(type));
  }

  @Override
  public @Nullable Class<?> getType(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
    // beans are never replaced; the last resolver refuses
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return Object.class;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, @Nullable Object base) {
    return Collections.emptyIterator();
  }
}
