package org.countinghouse.workflows.periodclose;

import java.util.Map;
import org.countinghouse.close.ClosingStarted;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A closing started over REST or by a job gets its process, in the same transaction. */
@Component
class PeriodCloseBridge {

  private final Processes processes;

  PeriodCloseBridge(Processes processes) {
    this.processes = processes;
  }

  @EventListener
  void on(ClosingStarted event) {
    processes.start(
        PeriodCloseVariables.KEY,
        event.organizationId(),
        event.number(),
        Map.of("closingId", event.closingId().toString(), "period", event.period().toString()));
  }
}
