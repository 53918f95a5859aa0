package org.countinghouse.workflows.paymentrun;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.payments.PaymentMethod;
import org.countinghouse.payments.PaymentsError;
import org.countinghouse.payments.ProposalRequest;
import org.jspecify.annotations.Nullable;

/** The variables of the process {@code payment-run}. */
record PaymentRunVariables(VariableScope scope) {

  static final String RUN_ID = "paymentRunId";

  private static final String PROPOSED_BY = "proposedBy";
  private static final String REVIEW_DECISION = "reviewDecision";
  private static final String WITH_BANK = "withBank";
  private static final String TEXT = "text";

  /** What became of a proposal. */
  enum ReviewDecision {
    SUBMIT,
    GIVE_UP
  }

  /** The run, where it was registered before the process began. */
  Optional<UUID> runIdIfKnown() {
    return text(RUN_ID)
        .map(
            id -> {
              try {
                return UUID.fromString(id);
              } catch (IllegalArgumentException e) {
                throw PaymentsError.RUN_UNKNOWN.with(id);
              }
            });
  }

  void run(UUID id, String proposedBy) {
    scope.setVariable(RUN_ID, id.toString());
    scope.setVariable(PROPOSED_BY, proposedBy);
  }

  /**
   * What the start form asks for; taken away, it lives in the domain.
   *
   * @throws org.countinghouse.errors.BusinessException {@code payments.settings} for what is no
   *     day, amount, currency or method
   */
  ProposalRequest takeRequest() {
    return new ProposalRequest(
        day("payOn"),
        day("dueUntil"),
        take("minimumAmount").map(PaymentRunVariables::amount).orElse(null),
        take("currency").map(PaymentRunVariables::currency).orElse(null),
        take("bankAccount").orElse(null),
        take("method").map(PaymentRunVariables::method).orElse(null));
  }

  ReviewDecision reviewDecision() {
    return ReviewDecision.valueOf(text(REVIEW_DECISION).orElse(ReviewDecision.SUBMIT.name()));
  }

  void withBank(boolean whether) {
    scope.setVariable(WITH_BANK, whether);
  }

  /** What the form sent as free text; read once and taken away. */
  String takeText() {
    return take(TEXT).orElse("");
  }

  private @Nullable LocalDate day(String name) {
    return take(name).map(PaymentRunVariables::parsedDay).orElse(null);
  }

  private static LocalDate parsedDay(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw PaymentsError.SETTINGS.with(written + " is no day");
    }
  }

  private static BigDecimal amount(String written) {
    try {
      return new BigDecimal(written);
    } catch (NumberFormatException e) {
      throw PaymentsError.SETTINGS.with(written + " is no amount");
    }
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw PaymentsError.SETTINGS.with("there is no currency " + code);
    }
  }

  private static PaymentMethod method(String name) {
    try {
      return PaymentMethod.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw PaymentsError.SETTINGS.with("there is no method " + name);
    }
  }

  private Optional<String> take(String name) {
    Optional<String> value = text(name);
    scope.removeVariable(name);
    return value;
  }

  private Optional<String> text(String name) {
    return Optional.of(Objects.toString(scope.getVariable(name), "")).filter(t -> !t.isBlank());
  }
}
