package org.countinghouse.workflows.orderresponse;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.springframework.stereotype.Component;

/** Says in the task list whose answer to which order it is. */
@Component
class NameResponseTask implements TaskListener {

  private final OrderResponseProcess process;
  private final Suppliers suppliers;

  NameResponseTask(OrderResponseProcess process, Suppliers suppliers) {
    this.process = process;
    this.suppliers = suppliers;
  }

  @Override
  public void notify(DelegateTask task) {
    OrderResponseProcess.Case answered = process.of(task.getExecution());
    String supplier = suppliers.find(answered.order().supplierId()).map(Supplier::name).orElse("");
    task.setDescription(task.getName());
    task.setName("%s: %s, %s".formatted(task.getName(), answered.order().number(), supplier));
  }
}
