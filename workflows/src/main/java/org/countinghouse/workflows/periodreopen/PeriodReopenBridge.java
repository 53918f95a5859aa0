package org.countinghouse.workflows.periodreopen;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.ReopeningEnded;
import org.countinghouse.close.ReopeningRequested;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of a reopening, and tells it when the month is closed again. */
@Component
class PeriodReopenBridge {

  private final Processes processes;
  private final RuntimeService runtime;
  private final Organizations organizations;

  PeriodReopenBridge(Processes processes, RuntimeService runtime, Organizations organizations) {
    this.processes = processes;
    this.runtime = runtime;
    this.organizations = organizations;
  }

  @EventListener
  void on(ReopeningRequested event) {
    processes.start(
        PeriodReopenVariables.KEY,
        event.organizationId(),
        event.number(),
        Map.of("reopeningId", event.reopeningId().toString(), "period", event.period().toString()));
  }

  @EventListener
  void on(ReopeningEnded event) {
    if (event.state() == Reopening.State.CLOSED_AGAIN) {
      processes.asSystem(() -> correlate(event));
    }
  }

  /** Nobody waits when the month was reopened without a process; then there is nobody to tell. */
  private int correlate(ReopeningEnded event) {
    return runtime
        .createMessageCorrelation(PeriodReopenVariables.CLOSED_AGAIN)
        .tenantId(organizations.byId(event.organizationId()).code())
        .processInstanceBusinessKey(event.number())
        .correlateAllWithResult()
        .size();
  }
}
