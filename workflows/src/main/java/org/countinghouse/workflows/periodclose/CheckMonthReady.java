package org.countinghouse.workflows.periodclose;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.ChecklistItem;
import org.countinghouse.close.Checklists;
import org.countinghouse.close.Closing;
import org.countinghouse.workflows.periodclose.PeriodCloseVariables.MonthReadiness;
import org.springframework.stereotype.Component;

/** Asks everything once more after the routines, the tie-outs among it. */
@Component("checkMonthReady")
class CheckMonthReady implements JavaDelegate {

  private final ClosingOfProcess closingOf;
  private final Checklists checklists;

  CheckMonthReady(ClosingOfProcess closingOf, Checklists checklists) {
    this.closingOf = closingOf;
    this.checklists = checklists;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Closing closing = closingOf.of(execution);
    List<ChecklistItem> items = checklists.check(closing.id(), Actor.of(closing.preparedBy()));
    new PeriodCloseVariables(execution).monthReadiness(readiness(items));
  }

  private static MonthReadiness readiness(List<ChecklistItem> items) {
    if (Checklists.isReady(items)) {
      return MonthReadiness.READY;
    }
    return Checklists.lacksOnlySignOffs(items)
        ? MonthReadiness.SIGN_OFFS_MISSING
        : MonthReadiness.ITEMS_OPEN;
  }
}
