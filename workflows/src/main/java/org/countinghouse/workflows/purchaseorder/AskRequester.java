package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Actor;
import org.countinghouse.procurement.OrderVersion;
import org.springframework.stereotype.Component;

/** Puts what came back before whoever wrote it; the buyers see it in any case. */
@Component
class AskRequester implements TaskListener {

  private final OrderOfProcess process;

  AskRequester(OrderOfProcess process) {
    this.process = process;
  }

  @Override
  public void notify(DelegateTask task) {
    OrderVersion version = process.of(task.getExecution());
    if (!Actor.of(version.preparedBy()).isSystem()) {
      task.addCandidateUser(version.preparedBy());
    }
  }
}
