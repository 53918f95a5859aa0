package org.countinghouse.workflows.closesignoff;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.close.ChecklistChanged;
import org.countinghouse.close.SignOffDue;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * An item that is due becomes a task of its owner; one that was settled elsewhere, or whose closing
 * has ended, is nobody's task any more; and a closing that waited for nothing else goes on by
 * itself.
 */
@Component
class CloseSignOffBridge {

  private static final String ITEMS_SETTLED = "Msg_ItemsSettled";

  private final Processes processes;
  private final RuntimeService runtime;
  private final Organizations organizations;

  CloseSignOffBridge(Processes processes, RuntimeService runtime, Organizations organizations) {
    this.processes = processes;
    this.runtime = runtime;
    this.organizations = organizations;
  }

  /** In the transaction that found it; one task at a time. */
  @EventListener
  void on(SignOffDue event) {
    String tenant = organizations.byId(event.organizationId()).code();
    String businessKey = CloseSignOffVariables.businessKey(event.number(), event.itemKey());
    boolean asked =
        processes.asSystem(
                () ->
                    runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey(CloseSignOffVariables.KEY)
                        .processInstanceBusinessKey(businessKey)
                        .tenantIdIn(tenant)
                        .count())
            > 0;
    if (!asked) {
      processes.start(
          CloseSignOffVariables.KEY,
          event.organizationId(),
          businessKey,
          Map.of(
              CloseSignOffVariables.CLOSING_ID,
              event.closingId().toString(),
              CloseSignOffVariables.ITEM_KEY,
              event.itemKey(),
              CloseSignOffVariables.OWNER,
              event.owner()));
    }
  }

  /**
   * After the signature has committed: a task that is just being completed ends by itself, only one
   * that nobody completes is ended here.
   */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(ChecklistChanged event) {
    String tenant = organizations.byId(event.organizationId()).code();
    processes.asSystem(
        () -> {
          event.settled().forEach(key -> settle(tenant, event.number(), key));
          return event.nothingOpen() ? goOn(tenant, event.number()) : 0;
        });
  }

  private void settle(String tenant, String number, String itemKey) {
    runtime
        .createMessageCorrelation(CloseSignOffVariables.SETTLED)
        .tenantId(tenant)
        .processInstanceBusinessKey(CloseSignOffVariables.businessKey(number, itemKey))
        .correlateAllWithResult();
  }

  private int goOn(String tenant, String number) {
    return runtime
        .createMessageCorrelation(ITEMS_SETTLED)
        .tenantId(tenant)
        .processInstanceBusinessKey(number)
        .correlateAllWithResult()
        .size();
  }
}
