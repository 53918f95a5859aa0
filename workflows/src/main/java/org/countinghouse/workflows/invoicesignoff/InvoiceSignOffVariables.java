package org.countinghouse.workflows.invoicesignoff;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.payables.SupplierState;

/** The variables of the process {@code invoice-sign-off}. */
record InvoiceSignOffVariables(VariableScope scope) {

  static final String INVOICE_ID = "invoiceId";
  static final String SUPPLIER_ID = "supplierId";
  private static final String CODING_OUTCOME = "codingOutcome";
  private static final String EXCEPTION_OUTCOME = "exceptionOutcome";
  private static final String REVIEW_OUTCOME = "reviewOutcome";
  private static final String POSTING_DATE = "postingDate";
  private static final String TEXT = "text";

  /** What the clerk made of the invoice. */
  enum CodingOutcome {
    CODED,
    CLARIFY,
    REJECT
  }

  /** What the controller made of the exception. */
  enum ExceptionOutcome {
    GO_ON,
    REJECT
  }

  /** What the accountant made of the refused posting. */
  enum ReviewOutcome {
    POST_AGAIN,
    CODE_AGAIN
  }

  void invoiceId(UUID id) {
    scope.setVariable(INVOICE_ID, id.toString());
  }

  void supplier(UUID id, SupplierState state) {
    scope.setVariable(SUPPLIER_ID, id.toString());
    scope.setVariable("supplierState", state.name());
  }

  void duplicate(boolean duplicate) {
    scope.setVariable("duplicate", duplicate);
  }

  CodingOutcome codingOutcome() {
    return CodingOutcome.valueOf(text(CODING_OUTCOME));
  }

  ExceptionOutcome exceptionOutcome() {
    return ExceptionOutcome.valueOf(text(EXCEPTION_OUTCOME));
  }

  ReviewOutcome reviewOutcome() {
    return ReviewOutcome.valueOf(text(REVIEW_OUTCOME));
  }

  LocalDate takePostingDate() {
    LocalDate date = LocalDate.parse(text(POSTING_DATE));
    scope.removeVariable(POSTING_DATE);
    return date;
  }

  /** What the form sent as free text; read once and taken away, it lives in the domain. */
  String takeText() {
    Object value = scope.getVariable(TEXT);
    scope.removeVariable(TEXT);
    return Objects.toString(value, "");
  }

  private String text(String name) {
    return Objects.toString(scope.getVariable(name), "");
  }
}
