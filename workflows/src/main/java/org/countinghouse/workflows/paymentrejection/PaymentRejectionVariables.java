package org.countinghouse.workflows.paymentrejection;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of the process {@code payment-rejection}. */
record PaymentRejectionVariables(VariableScope scope) {

  static final String ANSWER_ID = "answerId";

  /** What is to become of the items. */
  enum Decision {
    PAY_AGAIN,
    HOLD
  }

  UUID answerId() {
    return UUID.fromString(text(ANSWER_ID));
  }

  Decision decision() {
    return Decision.valueOf(text("rejectionDecision"));
  }

  /** What the form sent as free text; read once and taken away. */
  String takeText() {
    String text = text("text");
    scope.removeVariable("text");
    return text;
  }

  private String text(String name) {
    return Objects.toString(scope.getVariable(name), "");
  }
}
