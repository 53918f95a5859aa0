package org.countinghouse.workflows.supplierchange;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of the process {@code supplier-change}. */
record SupplierChangeVariables(VariableScope scope) {

  static final String CHANGE_ID = "changeId";
  static final String NEW_SUPPLIER = "newSupplier";

  /** What became of the candidate. */
  enum SupplierOutcome {
    PREPARED,
    MERGED
  }

  void changeId(UUID id) {
    scope.setVariable(CHANGE_ID, id.toString());
  }

  void outcome(SupplierOutcome outcome) {
    scope.setVariable("supplierOutcome", outcome.name());
  }

  /** The supplier the candidate is said to be; empty when it is new. Taken away once read. */
  String takeMergeInto() {
    Object value = scope.getVariable("mergeInto");
    scope.removeVariable("mergeInto");
    return Objects.toString(value, "");
  }
}
