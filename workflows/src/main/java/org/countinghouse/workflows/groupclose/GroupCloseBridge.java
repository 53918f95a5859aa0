package org.countinghouse.workflows.groupclose;

import java.util.Map;
import org.countinghouse.consolidation.ConsolidationStarted;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A consolidation started over REST gets its process, in the same transaction. */
@Component
class GroupCloseBridge {

  private final Processes processes;

  GroupCloseBridge(Processes processes) {
    this.processes = processes;
  }

  @EventListener
  void on(ConsolidationStarted event) {
    processes.start(
        GroupCloseVariables.KEY,
        event.organizationId(),
        event.number(),
        Map.of(
            "consolidationId",
            event.consolidationId().toString(),
            "period",
            event.period().toString()));
  }
}
