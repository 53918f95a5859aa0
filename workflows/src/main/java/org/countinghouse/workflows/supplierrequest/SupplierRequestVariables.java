package org.countinghouse.workflows.supplierrequest;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.payables.PayablesError;

/** The variables of the process {@code supplier-request}. */
record SupplierRequestVariables(VariableScope scope) {

  /**
   * What the start form kept.
   *
   * @throws org.countinghouse.errors.BusinessException {@code payables.supplier-request-unknown}
   */
  UUID requestId() {
    String id = Objects.toString(scope.getVariable("supplierRequestId"), "");
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw PayablesError.REQUEST_UNKNOWN.with(id);
    }
  }
}
