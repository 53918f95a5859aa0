package org.countinghouse.workflows.purchaseorder;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.procurement.ProcurementError;

/** The variables of the process {@code purchase-order}. */
record PurchaseOrderVariables(VariableScope scope) {

  static final String ORDER_VERSION_ID = "orderVersionId";

  private static final String APPROVAL_NEEDED = "approvalNeeded";
  private static final String PLACED = "placed";
  private static final String REWORK_OUTCOME = "reworkOutcome";
  private static final String PLACING_OUTCOME = "placingOutcome";
  private static final String TEXT = "text";

  /** What became of a version that came back. */
  enum ReworkOutcome {
    SUBMIT,
    WITHDRAW
  }

  /** What a buyer made of an approved one. */
  enum PlacingOutcome {
    PLACE,
    RETURN
  }

  /**
   * The version that the start form saved.
   *
   * @throws org.countinghouse.errors.BusinessException {@code procurement.version-unknown}
   */
  UUID orderVersionId() {
    String id = text(ORDER_VERSION_ID);
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProcurementError.VERSION_UNKNOWN.with(id);
    }
  }

  void orderVersionId(UUID id) {
    scope.setVariable(ORDER_VERSION_ID, id.toString());
  }

  void approvalNeeded(boolean needed) {
    scope.setVariable(APPROVAL_NEEDED, needed);
  }

  void placed(boolean placed) {
    scope.setVariable(PLACED, placed);
  }

  ReworkOutcome reworkOutcome() {
    return ReworkOutcome.valueOf(text(REWORK_OUTCOME));
  }

  PlacingOutcome placingOutcome() {
    return PlacingOutcome.valueOf(text(PLACING_OUTCOME));
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
