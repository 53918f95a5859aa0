package org.countinghouse.server.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import org.countinghouse.access.Actor;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payments.AchAgreement;
import org.countinghouse.payments.AchAgreements;
import org.countinghouse.payments.PaymentPolicies;
import org.countinghouse.payments.PaymentPolicy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How the demo companies pay: proposals on Tuesdays and Thursdays, each currency from its account.
 */
@Component
@Profile("demo")
class DemoPayments {

  private static final int DAYS_AHEAD = 7;

  private final PaymentPolicies policies;
  private final AchAgreements agreements;

  DemoPayments(PaymentPolicies policies, AchAgreements agreements) {
    this.policies = policies;
    this.agreements = agreements;
  }

  void setUp(Organization company, Actor by) {
    policies.set(
        company.id(),
        new PaymentPolicy(
            DAYS_AHEAD,
            Money.of("5.00", company.baseCurrency().getCurrencyCode()),
            BigDecimal.TEN,
            Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
            1,
            Map.of(company.baseCurrency().getCurrencyCode(), "MAIN")),
        by);
    if (company.country().equals("US")) {
      agreements.set(
          company.id(),
          "MAIN",
          new AchAgreement(
              "HARBOUR FIRST BANK",
              "1987654321",
              "HARBOUR TRADING INC",
              "1987654321",
              "HARBOUR TRADING",
              "SUPPLIERS",
              false),
          by);
    }
  }
}
