package org.countinghouse.workflows.journalapproval;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.journals.ManualJournal;
import org.springframework.stereotype.Component;

/** Says in the task list which journal it is. */
@Component
class NameJournalTask implements TaskListener {

  private final JournalOfProcess process;

  NameJournalTask(JournalOfProcess process) {
    this.process = process;
  }

  @Override
  public void notify(DelegateTask task) {
    ManualJournal journal = process.of(task.getExecution());
    task.setDescription(task.getName());
    task.setName("%s: %s, %s".formatted(task.getName(), journal.number(), journal.description()));
  }
}
