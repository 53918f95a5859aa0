package org.countinghouse.workflows.invoicesignoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.payables.SupplierState;
import org.jspecify.annotations.Nullable;

/** The variables of the process {@code invoice-sign-off}. */
record InvoiceSignOffVariables(VariableScope scope) {

  static final String INVOICE_ID = "invoiceId";
  static final String SUPPLIER_ID = "supplierId";
  static final String MATCH_ORDER_ID = "matchOrderId";
  static final String CREDITED_INVOICE_ID = "creditedInvoiceId";
  private static final String MATCH_OUTCOME = "matchOutcome";
  private static final String MATCH_DECISION = "matchDecision";
  private static final String ORDER_NUMBER = "orderNumber";
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

  /** What matching came to. */
  enum MatchOutcome {
    TOUCHLESS,
    WAIT,
    HOLD,
    CODE
  }

  /** What somebody made of what differs. */
  enum MatchDecision {
    /** Every difference is decided; whether it goes to approval or coding is seen from there. */
    RESOLVED,
    APPROVE,
    MATCH_AGAIN,
    CODE,
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

  void matchOutcome(MatchOutcome outcome) {
    scope.setVariable(MATCH_OUTCOME, outcome.name());
  }

  /** What wakes the waiting claim, and until when it waits for it. */
  void waitForMatch(@Nullable UUID orderId, @Nullable UUID creditedInvoiceId, Instant until) {
    matchOutcome(MatchOutcome.WAIT);
    scope.setVariable(MATCH_ORDER_ID, Objects.toString(orderId, ""));
    scope.setVariable(CREDITED_INVOICE_ID, Objects.toString(creditedInvoiceId, ""));
    scope.setVariable("waitUntil", Instant.ofEpochSecond(until.getEpochSecond()).toString());
  }

  MatchDecision matchDecision() {
    return MatchDecision.valueOf(text(MATCH_DECISION));
  }

  void matchDecision(MatchDecision decision) {
    scope.setVariable(MATCH_DECISION, decision.name());
  }

  /** The order somebody named in the place of the document's; empty where he did not. */
  String takeOrderNumber() {
    String number = text(ORDER_NUMBER);
    scope.removeVariable(ORDER_NUMBER);
    return number;
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
