package org.countinghouse.workflows.journalapproval;

import java.util.Objects;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.countinghouse.journals.ManualJournalProcessing.Weight;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Says whether a second person is needed, by the table {@code manual-journal-limit}. */
@Component
@NamedInterface("limit")
public class JournalLimit {

  private static final String TABLE = "manual-journal-limit";

  private final DecisionService decisions;
  private final Processes processes;

  JournalLimit(DecisionService decisions, Processes processes) {
    this.decisions = decisions;
    this.processes = processes;
  }

  /** Whether a journal of this weight is posted only after somebody else agreed. In a process. */
  public boolean needsApproval(Weight weight) {
    return processes.asSystem(() -> ask(weight));
  }

  /**
   * The same outside any process.
   *
   * @param organization code of whose journal it is
   */
  public boolean needsApproval(String organization, Weight weight) {
    return processes.asSystemOf(organization, () -> ask(weight));
  }

  private boolean ask(Weight weight) {
    Boolean needed =
        decisions
            .evaluateDecisionTableByKey(TABLE)
            .variables(
                Variables.createVariables()
                    .putValue("amount", weight.amount().amount())
                    .putValue("recurring", weight.recurring())
                    .putValue("late", weight.late()))
            .evaluate()
            .getSingleEntry();
    return Objects.requireNonNull(needed, TABLE + " has a rule for everything");
  }
}
