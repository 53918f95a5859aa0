package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.ledger.Books.MAKER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three times 10.00 USD at 0.9166 are 9.17 each, together 30.00 USD are 27.50. */
@DatabaseTest
class RoundingTests {

  @Autowired Ledger ledger;
  @Autowired ChartOfAccounts chart;
  @Autowired Books books;

  private UUID org = Ids.next();

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void whatConvertingLeavesOverGoesToTheRoundingAccount() {
    withRoundingAccount();
    PostedJournal posted = ledger.post(converted("9.17", "9.17", "9.17", "-27.50"), MAKER);
    assertThat(ledger.lines(posted.id()))
        .last()
        .extracting(PostedLine::account, line -> line.baseAmount().toString(), PostedLine::text)
        .containsExactly("6900", "-0.01 EUR", "Rounding of converted amounts");
  }

  @Test
  void oneMinorUnitPerConvertedLineIsTheMost() {
    withRoundingAccount();
    assertThatThrownBy(() -> ledger.post(converted("9.18", "9.18", "9.19", "-27.50"), MAKER))
        .extracting("code")
        .isEqualTo(LedgerError.UNBALANCED);
    ledger.post(converted("9.18", "9.18", "9.18", "-27.50"), MAKER);
  }

  @Test
  void withoutARoundingAccountALeftoverSaysWhatToDo() {
    JournalDraft draft = converted("9.17", "9.17", "9.17", "-27.50");
    assertThatThrownBy(() -> ledger.post(draft, MAKER))
        .extracting("code")
        .isEqualTo(LedgerError.PURPOSE_UNASSIGNED);
    assertThat(ledger.check(draft))
        .extracting(Finding::code)
        .containsExactly("ledger.purpose-unassigned");
  }

  private void withRoundingAccount() {
    chart.create(
        org,
        NewAccount.of("6900", "Rounding", AccountType.EXPENSE).serving(AccountPurpose.ROUNDING),
        MAKER);
  }

  private JournalDraft converted(String... eur) {
    List<String> usd = List.of("10.00", "10.00", "10.00", "-30.00");
    List<DraftLine> lines = new ArrayList<>();
    for (int i = 0; i < eur.length; i++) {
      lines.add(
          new DraftLine("1020", Money.of(usd.get(i), "USD"), Money.of(eur[i], "EUR"), null, null));
    }
    LocalDate day = LocalDate.of(2025, 3, 10);
    return new JournalDraft(org, day, "Converted", "ledger", "THIRDS", lines);
  }
}
