package org.countinghouse.workflows.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Expressions in models and stored filters, with only what they need within reach: variables,
 * delegates and listeners by name, properties of plain values. The engine's own manager would reach
 * every Spring bean and, over {@code getClass}, every class.
 */
class GuardedExpressionManager extends JuelExpressionManager {

  private final ListableBeanFactory application;

  GuardedExpressionManager(ListableBeanFactory application) {
    this.application = application;
  }

  @Override
  protected ELResolver createElResolver() {
    var resolver = new CompositeELResolver();
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new HandlerBeans(application));
    resolver.add(new ArrayELResolver(true));
    resolver.add(new ListELResolver(true));
    resolver.add(new MapELResolver(true));
    resolver.add(new PlainValues());
    return resolver;
  }
}
