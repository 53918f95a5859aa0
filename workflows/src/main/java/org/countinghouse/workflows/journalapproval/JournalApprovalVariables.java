package org.countinghouse.workflows.journalapproval;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.countinghouse.journals.JournalsError;
import org.countinghouse.journals.ManualJournalProcessing.Weight;

/** The variables of the process {@code journal-approval}. */
record JournalApprovalVariables(VariableScope scope) {

  static final String MANUAL_JOURNAL_ID = "manualJournalId";

  private static final String CORRECTION_OUTCOME = "correctionOutcome";
  private static final String TEXT = "text";

  /** What became of a returned journal. */
  enum CorrectionOutcome {
    SUBMIT,
    WITHDRAW
  }

  /**
   * The journal that the start form saved.
   *
   * @throws org.countinghouse.errors.BusinessException {@code journals.unknown}
   */
  UUID manualJournalId() {
    String id = text(MANUAL_JOURNAL_ID);
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw JournalsError.UNKNOWN.with(id);
    }
  }

  void manualJournalId(UUID id) {
    scope.setVariable(MANUAL_JOURNAL_ID, id.toString());
  }

  /** What the decision table reads; gone when the transaction is. */
  void tableInput(Weight weight) {
    scope.setVariable("amount", Variables.untypedValue(weight.amount().amount(), true));
    scope.setVariable("recurring", Variables.untypedValue(weight.recurring(), true));
    scope.setVariable("late", Variables.untypedValue(weight.late(), true));
  }

  CorrectionOutcome correctionOutcome() {
    return CorrectionOutcome.valueOf(text(CORRECTION_OUTCOME));
  }

  /** What the form sent as free text; read once and taken away, it lives in the domain. */
  String takeText() {
    String text = text(TEXT);
    scope.removeVariable(TEXT);
    return text;
  }

  private String text(String name) {
    return Objects.toString(scope.getVariable(name), "");
  }
}
