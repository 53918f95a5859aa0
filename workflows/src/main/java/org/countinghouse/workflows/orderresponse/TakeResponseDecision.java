package org.countinghouse.workflows.orderresponse;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.correspondence.OrderResponse;
import org.countinghouse.procurement.correspondence.ResponseDecisions;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/** On completing "Settle the answer": the domain takes the decision, or says why it does not. */
@Component
class TakeResponseDecision implements TaskListener {

  private final OrderResponseProcess process;
  private final ResponseDecisions decisions;
  private final Access access;
  private final CurrentUser user;

  TakeResponseDecision(
      OrderResponseProcess process, ResponseDecisions decisions, Access access, CurrentUser user) {
    this.process = process;
    this.decisions = decisions;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    DelegateExecution execution = task.getExecution();
    OrderResponse response = process.of(execution).response();
    Actor by = user.require();
    access.require(by, OrderDrafting.PLACE, response.organizationId());
    var variables = new OrderResponseVariables(execution);
    decisions.settle(response.id(), variables.decision(), variables.takeText(), by);
  }

  /** The variables of the process: what the form sent. */
  private record OrderResponseVariables(DelegateExecution scope) {

    OrderResponse.Decision decision() {
      return OrderResponse.Decision.valueOf(
          Objects.toString(scope.getVariable("responseDecision"), ""));
    }

    /** Read once and taken away: it lives in the domain. */
    String takeText() {
      String text = Objects.toString(scope.getVariable("text"), "");
      scope.removeVariable("text");
      return text;
    }
  }
}
