package org.countinghouse.server.api.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payments.AchAgreement;
import org.countinghouse.payments.AchAgreements;
import org.countinghouse.payments.PaymentPolicies;
import org.countinghouse.payments.PaymentPolicy;
import org.countinghouse.server.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How organizations pay. */
@RestController
@RequestMapping("/api/payments")
class PaymentSettingsController {

  private static final String READ = "payments.run:read";
  private static final String MANAGE = "payments.settings:manage";

  private final PaymentPolicies policies;
  private final AchAgreements agreements;
  private final BankAccounts bankAccounts;

  PaymentSettingsController(
      PaymentPolicies policies, AchAgreements agreements, BankAccounts bankAccounts) {
    this.policies = policies;
    this.agreements = agreements;
    this.bankAccounts = bankAccounts;
  }

  /**
   * How to pay.
   *
   * @param minimum in base currency
   * @param discountYieldMin percent a year
   * @param weekdays on which proposals are made by themselves
   * @param accounts code of our bank account by currency
   */
  record PolicyBody(
      int daysAhead,
      @NotNull BigDecimal minimum,
      @NotNull BigDecimal discountYieldMin,
      @NotNull Set<DayOfWeek> weekdays,
      int payAfterDays,
      @NotNull Map<@NotBlank String, @NotBlank String> accounts) {}

  /** How the organization pays. */
  @GetMapping("/settings")
  PaymentPolicy settings(@RequestParam String organization, Caller caller) {
    return policies.of(caller.organization(organization, READ).id());
  }

  /** Sets how the organization pays. */
  @PutMapping("/settings")
  PaymentPolicy set(
      @RequestParam String organization, @RequestBody @Valid PolicyBody body, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return policies.set(
        where.id(),
        new PaymentPolicy(
            body.daysAhead(),
            new Money(body.minimum(), where.baseCurrency()),
            body.discountYieldMin(),
            body.weekdays(),
            body.payAfterDays(),
            body.accounts()),
        caller.actor());
  }

  /** What was agreed with the bank of a US account for ACH files. */
  @GetMapping("/ach-agreements/{bankAccount}")
  ResponseEntity<AchAgreement> agreement(
      @PathVariable String bankAccount, @RequestParam String organization, Caller caller) {
    UUID where = caller.organization(organization, READ).id();
    return ResponseEntity.of(agreements.find(bankAccounts.require(where, bankAccount).id()));
  }

  /** Notes what was agreed with the bank of a US account for ACH files. */
  @PutMapping("/ach-agreements/{bankAccount}")
  AchAgreement agree(
      @PathVariable String bankAccount,
      @RequestParam String organization,
      @RequestBody AchAgreement agreed,
      Caller caller) {
    UUID where = caller.organization(organization, MANAGE).id();
    agreements.set(where, bankAccount, agreed, caller.actor());
    return agreed;
  }
}
