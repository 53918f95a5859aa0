package org.countinghouse.workflows.purchaseorder;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.ProcurementError;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.workflows.approval.ApprovalTasks;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks of orders as callers of the API see them. */
@Service
@NamedInterface("tasks")
public class OrderTasks {

  private static final String PLACE_TASK = "Task_PlaceOrder";

  private final TaskService tasks;
  private final ApprovalTasks places;
  private final OrderOfProcess process;
  private final PurchaseOrders orders;
  private final OrderProcessing processing;

  OrderTasks(
      TaskService tasks,
      ApprovalTasks places,
      OrderOfProcess process,
      PurchaseOrders orders,
      OrderProcessing processing) {
    this.tasks = tasks;
    this.places = places;
    this.process = process;
    this.orders = orders;
    this.processing = processing;
  }

  /**
   * The version a task is about. Only for a task the current user may read.
   *
   * @throws BusinessException {@code approvals.unknown}, {@code procurement.version-unknown}
   */
  public OrderVersion version(String taskId) {
    ApprovalTasks.Place place = places.place(taskId);
    return process.of(place.organization(), place.businessKey());
  }

  /**
   * Keeps what a buyer agreed with the supplier and completes his task, as the user the engine
   * knows.
   *
   * @throws BusinessException what {@link OrderProcessing#agree} refuses; {@code procurement.state}
   *     where no such task waits for him
   */
  @Transactional
  public OrderVersion place(UUID versionId, OrderWish wish, Actor by) {
    OrderVersion version = orders.requireVersion(versionId);
    Task task =
        tasks
            .createTaskQuery()
            .taskDefinitionKey(PLACE_TASK)
            .processInstanceBusinessKey(version.reference())
            .processVariableValueEquals(
                PurchaseOrderVariables.ORDER_VERSION_ID, versionId.toString())
            .singleResult();
    if (task == null) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "placed");
    }
    processing.agree(versionId, wish, by);
    tasks.complete(task.getId(), Map.of("placingOutcome", "PLACE"));
    return orders.requireVersion(versionId);
  }
}
