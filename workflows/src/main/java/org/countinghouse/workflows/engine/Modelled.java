package org.countinghouse.workflows.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.countinghouse.errors.BusinessException;

/** Turns refusals of the domain into errors a model can catch, under the same code. */
public final class Modelled {

  private Modelled() {}

  /**
   * Calls the domain.
   *
   * @throws BpmnError with the code's id where the domain refuses; anything else fails the job
   */
  public static <T> T outcome(Supplier<T> call) {
    try {
      return call.get();
    } catch (BusinessException e) {
      throw new BpmnError(e.code().id(), e.getMessage(), e);
    }
  }
}
