package org.countinghouse.server.api.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.payments.AnswerOutcome;
import org.countinghouse.payments.BankAnswers;
import org.countinghouse.payments.Payment;
import org.countinghouse.payments.PaymentFilter;
import org.countinghouse.payments.Payments;
import org.countinghouse.server.api.payments.PaymentViews.PaymentView;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payments, and what banks said about them. */
@RestController
@RequestMapping("/api/payments")
class PaymentController {

  private static final String READ = "payments.payment:read";
  private static final String ANSWER = "payments.payment:answer";
  private static final int LIMIT = 1000;

  private final Payments payments;
  private final BankAnswers answers;

  PaymentController(Payments payments, BankAnswers answers) {
    this.payments = payments;
    this.answers = answers;
  }

  /**
   * What a bank said about a payment by other means than a file.
   *
   * @param returned whether the money had left and came back
   * @param code ISO 20022 or NACHA reason code
   * @param reference what the bank calls its word: a letter's or call's reference
   */
  record RejectionBody(
      boolean returned,
      @NotBlank @Size(max = 35) String code,
      @Nullable @Size(max = 500) String text,
      @NotBlank @Size(max = 100) String reference) {}

  /** Whether the items are paid again or held, and why. */
  record ResolutionBody(@NotNull Boolean payAgain, @NotBlank @Size(max = 500) String reason) {}

  /** Payments, the latest first. */
  @GetMapping("/payments")
  List<PaymentView> list(
      @RequestParam String organization,
      @RequestParam(required = false) Payment.@Nullable State state,
      @RequestParam(required = false) @Nullable UUID run,
      @RequestParam(required = false) @Nullable UUID supplier,
      @RequestParam(defaultValue = "false") boolean unresolved,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    UUID where = caller.organization(organization, READ).id();
    Set<Payment.State> states = state == null ? Set.of() : Set.of(state);
    return payments
        .list(new PaymentFilter(where, states, run, supplier, unresolved, limit))
        .stream()
        .map(PaymentView::of)
        .toList();
  }

  /** One payment. */
  @GetMapping("/payments/{id}")
  PaymentView payment(@PathVariable UUID id, Caller caller) {
    Payment payment = payments.require(id);
    caller.require(READ, payment.organizationId());
    return PaymentView.of(payment);
  }

  /** Notes that a bank did not pay, or that money came back: the items are open again. */
  @PostMapping("/payments/{id}/rejections")
  AnswerOutcome reject(
      @PathVariable UUID id, @RequestBody @Valid RejectionBody body, Caller caller) {
    caller.require(ANSWER, payments.require(id).organizationId());
    return answers.refused(
        id, body.returned(), body.code(), body.text(), body.reference(), caller.actor());
  }

  /** What an answer of a bank refused. */
  @GetMapping("/answers/{id}/payments")
  List<PaymentView> ofAnswer(@PathVariable UUID id, Caller caller) {
    UUID where = answers.organizationOf(id);
    caller.require(READ, where);
    return payments.ofAnswer(where, id, LIMIT).stream().map(PaymentView::of).toList();
  }

  /** Ends the looking into what an answer refused. */
  @PostMapping("/answers/{id}/resolutions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resolve(@PathVariable UUID id, @RequestBody @Valid ResolutionBody body, Caller caller) {
    UUID where = answers.organizationOf(id);
    caller.require(ANSWER, where);
    answers.settle(where, id, body.payAgain(), body.reason(), caller.actor());
  }
}
