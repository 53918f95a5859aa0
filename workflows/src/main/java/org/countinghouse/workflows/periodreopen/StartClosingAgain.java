package org.countinghouse.workflows.periodreopen;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Closings;
import org.countinghouse.close.Reopening;
import org.springframework.stereotype.Component;

/** The figures changed while the month was open: a closing with a new certificate is due. */
@Component("startClosingAgain")
class StartClosingAgain implements JavaDelegate {

  private final ReopeningOfProcess reopeningOf;
  private final Closings closings;

  StartClosingAgain(ReopeningOfProcess reopeningOf, Closings closings) {
    this.reopeningOf = reopeningOf;
    this.closings = closings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Reopening reopening = reopeningOf.of(execution);
    boolean underWay =
        closings.underWay(reopening.organizationId(), reopening.period()).isPresent();
    if (!underWay) {
      closings.start(
          reopening.organizationId(), reopening.period(), Actor.of(reopening.requestedBy()));
    }
  }
}
