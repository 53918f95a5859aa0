package org.countinghouse.workflows.approval;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.stereotype.Component;

/** Makes a running approval start over because what it asks about was changed. */
@Component
public class ApprovalRestarts {

  private static final String MESSAGE = "Msg_SubjectChanged";

  private final RuntimeService runtime;
  private final Processes processes;

  ApprovalRestarts(RuntimeService runtime, Processes processes) {
    this.runtime = runtime;
    this.processes = processes;
  }

  /** In the changing transaction; nothing happens where no approval of the subject runs. */
  public void subjectChanged(String subjectType, UUID subjectId) {
    processes.asSystem(
        () ->
            runtime
                .createMessageCorrelation(MESSAGE)
                .processInstanceVariableEquals("subjectType", subjectType)
                .processInstanceVariableEquals("subjectId", subjectId.toString())
                .correlateAllWithResult());
  }
}
