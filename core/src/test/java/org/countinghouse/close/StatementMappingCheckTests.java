package org.countinghouse.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class StatementMappingCheckTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired MonthBooks books;
  @Autowired ChartOfAccounts chart;
  @Autowired Ledger ledger;
  @Autowired StatementMappingCheck check;

  @Test
  void anAccountOnNoLineKeepsTheMonthOpenFromItsFirstPosting() {
    Company company = books.company();
    chart.create(
        company.id(),
        List.of(NewAccount.of("8999", "Strange income", AccountType.INCOME)),
        company.accountant());
    assertThat(check.check(company.id(), JANUARY).isReady()).isTrue();

    ledger.post(
        new JournalDraft(
            company.id(),
            JANUARY.atDay(10),
            "Windfall",
            "ledger:test",
            "W1",
            List.of(
                DraftLine.debit("1200", Money.of("5.00", "EUR")),
                DraftLine.credit("8999", Money.of("5.00", "EUR")))),
        company.accountant());

    assertThat(check.check(company.id(), JANUARY).openItems())
        .extracting(OpenItem::label)
        .containsExactly("8999");
    assertThat(check.check(company.id(), JANUARY.minusMonths(1)).isReady()).isTrue();
  }
}
