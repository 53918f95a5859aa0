package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the next routine somebody installed beside those the model shows, if one is left. */
@Component("takeNextRoutine")
class TakeNextRoutine implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    new PeriodCloseVariables(execution).takeNextRoutine();
  }
}
