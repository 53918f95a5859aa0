package org.countinghouse.workflows.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;

/**
 * The last resolver: reads properties and calls methods of plain values, refuses everything else.
 * Of the execution and the task only what names them can be read, since the engine's services hang
 * on them.
 */
class PlainValues extends BeanELResolver {

  private static final Set<String> REFUSED =
      Set.of(
          "class",
          "getClass",
          "classLoader",
          "getClassLoader",
          "declaringClass",
          "getDeclaringClass",
          "module",
          "getModule",
          "protectionDomain",
          "getProtectionDomain",
          "wait",
          "notify",
          "notifyAll");

  private static final Set<String> OF_THE_ENGINE =
      Set.of(
          "id",
          "getId",
          "name",
          "getName",
          "assignee",
          "getAssignee",
          "processInstanceId",
          "getProcessInstanceId",
          "businessKey",
          "getBusinessKey",
          "processBusinessKey",
          "getProcessBusinessKey",
          "tenantId",
          "getTenantId",
          "currentActivityId",
          "getCurrentActivityId",
          "taskDefinitionKey",
          "getTaskDefinitionKey",
          "getVariable",
          "hasVariable");

  private static final List<Class<?>> PLAIN =
      List.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          BigDecimal.class,
          BigInteger.class,
          Character.class,
          Double.class,
          Float.class,
          UUID.class,
          Date.class,
          Enum.class,
          Temporal.class,
          TemporalAmount.class,
          Collection.class,
          Map.class,
          DmnDecisionResult.class,
          DmnDecisionResultEntries.class);

  PlainValues() {
    super(true);
  }

  @Override
  public @Nullable Object getValue(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    refuseUnlessPlain(base, property);
    return super.getValue(context, base, property);
  }

  @Override
  public @Nullable Class<?> getType(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    refuseUnlessPlain(base, property);
    return super.getType(context, base, property);
  }

  @Override
  public @Nullable Object invoke(
      ELContext context,
      @Nullable Object base,
      @Nullable Object method,
      Class<?> @Nullable [] parameterTypes,
      Object @Nullable [] parameters) {
    refuseUnlessPlain(base, method);
    return super.invoke(context, base, method, parameterTypes, parameters);
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
    if (base != null) {
      throw new ELException("An expression may not change '%s'.".formatted(property));
    }
  }

  private static void refuseUnlessPlain(@Nullable Object base, @Nullable Object member) {
    if (base == null) {
      return; // an unknown name: the engine reports it as such
    }
    String name = String.valueOf(member);
    boolean allowed =
        base instanceof DelegateExecution || base instanceof DelegateTask
            ? OF_THE_ENGINE.contains(name)
            : !REFUSED.contains(name) && PLAIN.stream().anyMatch(type -> type.isInstance(base));
    if (!allowed) {
      throw new ELException(
          "An expression may not reach '%s' of a %s: compute it in a delegate and put the result"
              .concat(" into a variable.")
              .formatted(name, base.getClass().getSimpleName()));
    }
  }
}
