package org.countinghouse.workflows.overdelivery;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.ReceiptDecisions;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/** On completing "Decide about goods beyond the order": the domain takes the decision. */
@Component
class TakeOverDelivery implements TaskListener {

  private static final String DECIDE = "procurement.receipt:decide";

  private final OverDelivery process;
  private final ReceiptDecisions decisions;
  private final Access access;
  private final CurrentUser user;

  TakeOverDelivery(
      OverDelivery process, ReceiptDecisions decisions, Access access, CurrentUser user) {
    this.process = process;
    this.decisions = decisions;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    DelegateExecution execution = task.getExecution();
    Receipt held = process.of(execution);
    Actor by = user.require();
    access.require(by, DECIDE, held.organizationId());
    var variables = new OverDeliveryVariables(execution);
    decisions.decide(held.id(), variables.decision(), variables.takeText(), by);
  }

  /** The variables of the process: what the form sent. */
  private record OverDeliveryVariables(DelegateExecution scope) {

    Receipt.Decision decision() {
      return Receipt.Decision.valueOf(
          Objects.toString(scope.getVariable("overDeliveryDecision"), ""));
    }

    /** Read once and taken away: it lives in the domain. */
    String takeText() {
      String text = Objects.toString(scope.getVariable("text"), "");
      scope.removeVariable("text");
      return text;
    }
  }
}
