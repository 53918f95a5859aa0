package org.countinghouse.workflows.closesignoff;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.close.ChecklistItem;
import org.countinghouse.close.Checklists;
import org.springframework.stereotype.Component;

/** Says in the task list what is to be signed off, for which month, and whether it was before. */
@Component("nameCloseSignOff")
class NameCloseSignOff implements TaskListener {

  private final SignedOffItem signedOff;
  private final Checklists checklists;

  NameCloseSignOff(SignedOffItem signedOff, Checklists checklists) {
    this.signedOff = signedOff;
    this.checklists = checklists;
  }

  @Override
  public void notify(DelegateTask task) {
    SignedOffItem.Place place = signedOff.of(task.getExecution());
    checklists.of(place.closing().id()).stream()
        .filter(item -> item.key().equals(place.itemKey()))
        .findFirst()
        .ifPresent(item -> name(task, place, item));
  }

  private static void name(DelegateTask task, SignedOffItem.Place place, ChecklistItem item) {
    boolean again = !item.moved().isEmpty();
    task.setName(
        "%s: %s, %s"
            .formatted(
                again ? task.getName() + " again" : task.getName(),
                item.titleEnglish(),
                place.closing().period()));
    task.setDescription(item.titleGerman());
  }
}
