package org.countinghouse.server.demo;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.countinghouse.access.Actor;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.NewBankAccount;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reconciliation.BankRules;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The accounts the demo's companies have at banks: one in their own currency, {@code MAIN}, and two
 * in the currencies of their sisters. The administration bears the banks' fees.
 */
@Component
@Profile("demo")
class DemoBanks {

  private static final String ADMINISTRATION = "CC100";

  /** Published examples of the registries, nobody's accounts. */
  private static final Map<String, List<Entry>> ACCOUNTS =
      Map.of(
          "GB",
          List.of(
              new Entry("MAIN", "GBP", "GB29NWBK60161331926819", "NWBKGB2L", "1200"),
              new Entry("EUR1", "EUR", "GB33BUKB20201555555555", "BUKBGB22", "1201"),
              new Entry("USD1", "USD", "GB94BARC10201530093459", "BARCGB22", "1202")),
          "DE",
          List.of(
              new Entry("MAIN", "EUR", "DE91100000000123456789", "MARKDEFF", "1800"),
              new Entry("USD1", "USD", "DE02500105170137075030", "INGDDEFF", "1801"),
              new Entry("GBP1", "GBP", "DE02120300000000202051", "BYLADEM1", "1802")),
          "US",
          List.of(
              new Entry("MAIN", "USD", "021000021/123456789", "CHASUS33", "10100"),
              new Entry("EUR1", "EUR", "021000089/5550014321", "CITIUS33", "10110"),
              new Entry("GBP1", "GBP", "026009593/8877001122", "BOFAUS3N", "10120")));

  private final BankAccounts accounts;
  private final BankRules rules;

  DemoBanks(BankAccounts accounts, BankRules rules) {
    this.accounts = accounts;
    this.rules = rules;
  }

  void setUp(Organization company, Actor by) {
    ACCOUNTS
        .getOrDefault(company.country(), List.of())
        .forEach(entry -> accounts.create(company.id(), entry.account(company.name()), by));
    rules.configure(company.id(), new BankRules.Settings(ADMINISTRATION, 0), by);
  }

  private record Entry(String code, String currency, String number, String bic, String place) {

    NewBankAccount account(String holder) {
      return new NewBankAccount(
          code,
          code.equals("MAIN") ? "Current account" : "Account in " + currency,
          holder,
          AccountNumber.parse(number),
          new Bic(bic),
          Currency.getInstance(currency),
          place,
          null,
          List.of());
    }
  }
}
