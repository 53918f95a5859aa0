package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.procurement.OrderVersion;
import org.springframework.stereotype.Component;

/** Says in the task list which order it is. */
@Component
class NameOrderTask implements TaskListener {

  private static final int NAME_LENGTH_MAX = 60;

  private final OrderOfProcess process;

  NameOrderTask(OrderOfProcess process) {
    this.process = process;
  }

  @Override
  public void notify(DelegateTask task) {
    OrderVersion version = process.of(task.getExecution());
    String what = version.content().lines().get(0).name();
    String said =
        what.length() <= NAME_LENGTH_MAX ? what : what.substring(0, NAME_LENGTH_MAX - 1) + "…";
    task.setDescription(task.getName());
    task.setName("%s: %s, %s".formatted(task.getName(), version.reference(), said));
  }
}
