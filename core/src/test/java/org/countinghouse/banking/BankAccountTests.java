package org.countinghouse.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.access.Actor;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BankAccountTests {

  private static final Actor BY = Actor.of("treasurer");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");

  @Autowired TestOrganizations testOrganizations;
  @Autowired ChartOfAccounts chart;
  @Autowired BankAccounts accounts;

  private UUID org = new UUID(0, 0);

  @BeforeEach
  void newCompany() {
    org = testOrganizations.german().id();
    chart.create(
        org,
        List.of(
            NewAccount.of("1460", "In transit", AccountType.ASSET)
                .serving(AccountPurpose.PAYMENTS_IN_TRANSIT),
            NewAccount.of("1800", "Bank", AccountType.ASSET),
            NewAccount.of("1801", "Bank USD", AccountType.ASSET).in(USD),
            NewAccount.of("3300", "Creditors", AccountType.LIABILITY).controlledBy("payables")),
        BY);
  }

  @Test
  void paymentsWaitWhereTheirPurposeSaysUnlessTheAccountNamesAnother() {
    BankAccount main = accounts.create(org, wanted("MAIN", EUR, "1800"), BY);
    assertThat(main.transitAccount()).isEqualTo("1460");
    assertThat(accounts.require(org, "MAIN")).isEqualTo(main);
  }

  @Test
  void standsOnAnAccountOfItsOwnThatIsKeptInItsCurrency() {
    refused("banking.ledger-account", () -> accounts.create(org, wanted("A", USD, "1800"), BY));
    refused("banking.ledger-account", () -> accounts.create(org, wanted("A", EUR, "1801"), BY));
    refused("banking.ledger-account", () -> accounts.create(org, wanted("A", EUR, "3300"), BY));
    accounts.create(org, wanted("A", EUR, "1800"), BY);
    refused("banking.account-taken", () -> accounts.create(org, wanted("B", EUR, "1800"), BY));
    refused("banking.account-taken", () -> accounts.create(org, wanted("A", USD, "1801"), BY));
    assertThat(accounts.create(org, wanted("B", USD, "1801"), BY).number())
        .as("one number in two currencies is two accounts")
        .isEqualTo(accounts.require(org, "A").number());
  }

  @Test
  void isFoundByWhateverItsStatementsCallIt() {
    BankAccount euro = accounts.create(org, wanted("A", EUR, "1800"), BY);
    BankAccount dollar = accounts.create(org, wanted("B", USD, "1801"), BY);
    for (String name :
        List.of("DE89370400440532013000", "37040044/0532013000", "532013000", "house bank 1")) {
      assertThat(accounts.identify(org, name, EUR)).as(name).contains(euro);
      assertThat(accounts.identify(org, name, USD)).as(name).contains(dollar);
      assertThat(accounts.identify(org, name, null)).as(name + ": one of two").isEmpty();
    }
    assertThat(accounts.identify(org, "532013000EUR", null)).contains(euro);
    assertThat(accounts.identify(org, "532013001", EUR)).isEmpty();
  }

  @Test
  void takesNoPaymentsAnyMoreWhenItIsClosed() {
    BankAccount account = accounts.create(org, wanted("A", EUR, "1800"), BY);
    assertThat(accounts.requireOpen(org, "A")).isEqualTo(account);
    assertThat(accounts.close(account.id(), BY).isOpen()).isFalse();
    refused("banking.account-closed", () -> accounts.requireOpen(org, "A"));
    refused("banking.account-closed", () -> accounts.close(account.id(), BY));
  }

  private static NewBankAccount wanted(String code, Currency currency, String place) {
    return new NewBankAccount(
        code,
        "Current account",
        "Muster GmbH",
        AccountNumber.parse("DE89 3704 0044 0532 0130 00"),
        null,
        currency,
        place,
        null,
        List.of("House-Bank 1"));
  }

  private static void refused(String code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOf(BusinessException.class)
        .satisfies(e -> assertThat(((BusinessException) e).code().id()).isEqualTo(code));
  }
}
