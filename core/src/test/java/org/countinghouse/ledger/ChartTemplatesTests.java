package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.countinghouse.ledger.Books.MAKER;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The country charts, and the purposes accounts serve. */
@DatabaseTest
class ChartTemplatesTests {

  @Autowired ChartTemplates templates;
  @Autowired ChartOfAccounts chart;
  @Autowired Books books;

  @Test
  void everyCountryChartIsInstalledWithAnAccountForEveryPurpose() {
    assertThat(templates.names()).contains("de", "gb", "us");
    for (String name : templates.names()) {
      UUID org = books.bare().id();
      List<Account> installed = templates.install(org, name, MAKER);
      assertThat(chart.accounts(org)).containsExactlyInAnyOrderElementsOf(installed);
      for (AccountPurpose purpose : AccountPurpose.values()) {
        Account account = chart.forPurpose(org, purpose);
        assertThat(purpose.suits(account.type())).as("%s %s", name, account).isTrue();
      }
    }
  }

  @Test
  void accountsStandUnderHeadingsAndEachIsNamedOnce() {
    for (String name : templates.names()) {
      List<NewAccount> accounts = templates.accounts(name);
      Set<String> headings =
          accounts.stream()
              .filter(account -> !account.postable())
              .map(NewAccount::code)
              .collect(Collectors.toSet());
      assertThat(accounts)
          .extracting(NewAccount::parent)
          .filteredOn(Objects::nonNull)
          .isSubsetOf(headings);
      assertThat(accounts).extracting(NewAccount::name).doesNotHaveDuplicates();
    }
  }

  @Test
  void aChartIsInstalledOnceAndUnderItsName() {
    UUID org = books.open();
    assertThatThrownBy(() -> templates.install(org, "GB", MAKER))
        .hasMessageContaining("into an empty chart only");
    assertThatThrownBy(() -> templates.install(org, "zz", MAKER))
        .hasMessageContaining("no chart of accounts named zz: choose one of [de, gb, us]");
  }

  @Test
  void aChartOfOnesOwnIsAddedWholeOrNotAtAll() {
    UUID org = books.bare().id();
    assertThatThrownBy(
            () ->
                templates.add(
                    org,
                    "chart.csv",
                    bytes("code;name;type;postable;purpose\n1;A;asset;yes;\n2;B;thing;1;FUN\n"),
                    MAKER))
        .isInstanceOfSatisfying(
            BusinessException.class,
            refusal ->
                assertThat(refusal.findings())
                    .extracting(Finding::place, Finding::code)
                    .containsExactly(
                        tuple("row 2", "ledger.chart-value"),
                        tuple("row 3", "ledger.chart-value"),
                        tuple("row 3", "ledger.chart-value")));
    assertThat(chart.accounts(org)).isEmpty();
    templates.add(
        org,
        "chart.csv",
        bytes(
            """
            code,name,type,parent,postable,cost_centre,purpose,currency
            1,Bank,Asset,,0,,,
            1000,Dollars,ASSET,1,,,bank,USD
            7000,Wages,EXPENSE,,1,1,,
            """),
        MAKER);
    Account bank = chart.forPurpose(org, AccountPurpose.BANK);
    assertThat(bank.parent()).isEqualTo("1");
    assertThat(bank.currency()).isEqualTo(Currency.getInstance("USD"));
    assertThat(chart.require(org, "7000").requiredDimensions())
        .containsExactly(Account.COST_CENTRE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPurposeMovesToAnotherAccountAndIsServedByOneOnly() {
    UUID org = books.bare().id();
    assertThatThrownBy(() -> chart.forPurpose(org, AccountPurpose.ROUNDING))
        .extracting("code")
        .isEqualTo(LedgerError.PURPOSE_UNASSIGNED);
    templates.install(org, "GB", MAKER);
    chart.create(org, NewAccount.of("7921", "Pennies", AccountType.EXPENSE), MAKER);
    chart.assign(org, AccountPurpose.ROUNDING, "7921", MAKER);
    assertThat(chart.forPurpose(org, AccountPurpose.ROUNDING).code()).isEqualTo("7921");
    assertThat(chart.require(org, "7920").purpose()).isNull();
    assertThatThrownBy(() -> chart.assign(org, AccountPurpose.BANK_CHARGES, "7921", MAKER))
        .extracting("code")
        .isEqualTo(LedgerError.PURPOSE_TAKEN);
    var second =
        NewAccount.of("7922", "Pence", AccountType.EXPENSE).serving(AccountPurpose.ROUNDING);
    assertThatThrownBy(() -> chart.create(org, second, MAKER))
        .extracting("code")
        .isEqualTo(LedgerError.PURPOSE_SERVED);
  }

  @Test
  void aPurposeWantsAnAccountOfItsTypeThatTakesPostings() {
    UUID org = books.bare().id();
    templates.install(org, "us", MAKER);
    for (String unfit : List.of("10000", "11000", "60100")) {
      assertThatThrownBy(() -> chart.assign(org, AccountPurpose.SUSPENSE, unfit, MAKER))
          .extracting("code")
          .isEqualTo(LedgerError.PURPOSE_ACCOUNT);
    }
  }
}
