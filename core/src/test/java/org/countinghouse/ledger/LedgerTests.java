package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.countinghouse.ledger.Books.MAKER;
import static org.countinghouse.ledger.Books.rent;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.ErrorCode;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class LedgerTests {

  private static final LocalDate MARCH_10 = LocalDate.of(2025, 3, 10);
  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  @Autowired Ledger ledger;
  @Autowired Books books;
  @Autowired Periods periods;
  @Autowired ChartOfAccounts chart;
  @Autowired Balances balances;
  @Autowired TrialBalances trialBalances;
  @Autowired JdbcTemplate jdbc;

  private UUID org = Ids.next();

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void numbersAreGaplessAndChained() {
    PostedJournal first = ledger.post(rent(org, MARCH_10, "R-1", "100.00"), MAKER);
    PostedJournal second = ledger.post(rent(org, MARCH_10, "R-2", "20.00"), MAKER);

    assertThat(first.number()).isEqualTo("GL-2025-000001");
    assertThat(second.number()).isEqualTo("GL-2025-000002");
    ChainHead head = ledger.chainHead(org, 2025);
    assertThat(head.journals()).isEqualTo(2);
    assertThat(head.hash()).isEqualTo(second.chainHash()).isNotEqualTo(first.chainHash());
  }

  @Test
  void postedLinesAndBalancesAgree() {
    PostedJournal posted =
        ledger.post(
            new JournalDraft(
                org,
                MARCH_10,
                "Supplies\tfor\nboth",
                "payables",
                "INV-1",
                List.of(
                    DraftLine.debit("6200", Money.of("60.00", "EUR")).at("CC100").saying("=1+1"),
                    DraftLine.debit("6200", Money.of("40.00", "EUR")).at("CC200"),
                    DraftLine.credit("2000", Money.of("100.00", "EUR")))),
            MAKER,
            Actor.of("checker"));

    assertThat(ledger.lines(posted.id()))
        .extracting(PostedLine::account, PostedLine::costCentre, PostedLine::text)
        .containsExactly(
            tuple("6200", "CC100", "=1+1"),
            tuple("6200", "CC200", "Supplies for both"),
            tuple("2000", null, "Supplies for both"));
    assertThat(balances.prove(org, MARCH)).isEmpty();
    assertThat(trialBalances.asOf(org, LocalDate.of(2025, 3, 31)).rows())
        .extracting(TrialBalanceRow::account, row -> row.balance().toPlainString())
        .containsExactly(tuple("2000", "-100.00"), tuple("6200", "100.00"));
  }

  @Test
  void everyFaultOfADraftIsFoundAtOnce() {
    var draft =
        new JournalDraft(
            org,
            MARCH_10,
            "Wrong",
            "ledger",
            "W-1",
            List.of(
                DraftLine.debit("9999", Money.of("1.00", "EUR")),
                DraftLine.debit("1000", Money.of("1.00", "EUR")),
                DraftLine.debit("6200", Money.of("1.00", "EUR")),
                DraftLine.debit("1020", Money.of("1.00", "EUR")),
                DraftLine.credit("2000", Money.of("4.00", "EUR")).at("CC999"),
                DraftLine.debit("6100", Money.of("0.00", "EUR"))));

    BusinessException refused =
        catchThrowableOfType(BusinessException.class, () -> ledger.post(draft, MAKER));

    assertThat(refused.code()).isEqualTo(LedgerError.ACCOUNT_UNKNOWN);
    assertThat(refused.findings())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            tuple("line 1", "ledger.account-unknown"),
            tuple("line 2", "ledger.account-not-postable"),
            tuple("line 3", "ledger.dimension-missing"),
            tuple("line 4", "ledger.account-currency"),
            tuple("line 5", "ledger.account-controlled"),
            tuple("line 5", "ledger.dimension-unknown"),
            tuple("line 6", "ledger.line-empty"));
    assertNothingPosted();
  }

  @Test
  void rejectsWhatDoesNotBalanceInBaseCurrency() {
    var lines = new ArrayList<>(rent(org, MARCH_10, "U-1", "100.00").lines());
    lines.add(DraftLine.debit("6100", Money.of("0.01", "EUR")));
    refuses(
        new JournalDraft(org, MARCH_10, "Rent", "ledger", "U-1", lines), LedgerError.UNBALANCED);
  }

  @Test
  void rejectsOneCurrencyThatBalancesInBaseCurrencyOnly() {
    refuses(
        new JournalDraft(
            org,
            MARCH_10,
            "Dollars",
            "ledger",
            "U-2",
            List.of(
                new DraftLine("6100", Money.of("11", "USD"), Money.of("10", "EUR"), null, null),
                new DraftLine("1020", Money.of("-12", "USD"), Money.of("-10", "EUR"), null, null))),
        LedgerError.UNBALANCED);
  }

  @Test
  void takesAnExchangeThatBalancesInBaseCurrency() {
    ledger.post(
        new JournalDraft(
            org,
            MARCH_10,
            "Bought dollars",
            "ledger",
            "FX-1",
            List.of(
                new DraftLine("1020", Money.of("11", "USD"), Money.of("10", "EUR"), null, null),
                DraftLine.credit("1010", Money.of("10", "EUR")))),
        MAKER);
    assertThat(balances.prove(org, MARCH)).isEmpty();
  }

  @Test
  void rejectsAmountsThatDisagreeWithTheirBaseAmount() {
    refuses(
        new JournalDraft(
            org,
            MARCH_10,
            "Signs",
            "ledger",
            "S-1",
            List.of(
                new DraftLine("1020", Money.of("-11", "USD"), Money.of("10", "EUR"), null, null),
                DraftLine.credit("1010", Money.of("10", "EUR")))),
        LedgerError.BASE_AMOUNT);
    refuses(
        new JournalDraft(
            org,
            MARCH_10,
            "Pounds",
            "ledger",
            "S-2",
            List.of(
                new DraftLine("6100", Money.of("11", "EUR"), Money.of("10", "GBP"), null, null),
                DraftLine.credit("1010", Money.of("10", "EUR")))),
        LedgerError.BASE_CURRENCY);
  }

  @Test
  void rejectsAnInactiveAccount() {
    chart.deactivate(org, "6100", MAKER);
    refuses(rent(org, MARCH_10, "I-1", "1.00"), LedgerError.ACCOUNT_INACTIVE);
  }

  @Test
  void rejectsAnAccountOfAnotherOrganization() {
    UUID other = books.open();
    chart.create(other, NewAccount.of("7777", "Theirs", AccountType.ASSET), MAKER);
    refuses(
        new JournalDraft(
            org,
            MARCH_10,
            "Foreign",
            "ledger",
            "F-1",
            List.of(
                DraftLine.debit("7777", Money.of("1", "EUR")),
                DraftLine.credit("1010", Money.of("1", "EUR")))),
        LedgerError.ACCOUNT_UNKNOWN);
  }

  @Test
  void rejectsAnUnknownOrganization() {
    assertThatThrownBy(() -> ledger.post(rent(Ids.next(), MARCH_10, "O-1", "1.00"), MAKER))
        .isInstanceOfSatisfying(
            BusinessException.class,
            e -> assertThat(e.code().id()).isEqualTo("organizations.unknown"));
  }

  @Test
  void takesASourceReferenceOnlyOnce() {
    ledger.post(rent(org, MARCH_10, "D-1", "1.00"), MAKER);
    ErrorCode code =
        catchThrowableOfType(
                BusinessException.class,
                () -> ledger.post(rent(org, MARCH_10.plusDays(1), "D-1", "1.00"), MAKER))
            .code();
    assertThat(code).isEqualTo(LedgerError.DUPLICATE_REFERENCE);
  }

  @Test
  void rejectsADateOutsideTheOpenedYears() {
    refuses(rent(org, LocalDate.of(2031, 1, 1), "Y-1", "1.00"), LedgerError.PERIOD_UNKNOWN);
  }

  @Test
  void closedPeriodTakesNothingUntilReopened() {
    periods.close(org, MARCH, MAKER);
    refuses(rent(org, MARCH_10, "C-1", "1.00"), LedgerError.PERIOD_CLOSED);

    periods.reopen(org, MARCH, MAKER);
    ledger.post(rent(org, MARCH_10, "C-1", "1.00"), MAKER);
  }

  @Test
  void softClosedPeriodTakesAdjustmentsOnly() {
    periods.softClose(org, MARCH, MAKER);
    var invoice =
        new JournalDraft(
            org, MARCH_10, "Invoice", "payables", "P-1", rent(org, MARCH_10, "", "1").lines());
    refuses(invoice, LedgerError.PERIOD_LOCKED);
    ledger.post(rent(org, MARCH_10, "ADJ-1", "1.00"), MAKER);
  }

  @Test
  void lockedModuleWaitsWhileOthersPost() {
    periods.lockModule(org, MARCH, "payables", MAKER);
    var lines = rent(org, MARCH_10, "", "1").lines();
    var invoice = new JournalDraft(org, MARCH_10, "Invoice", "payables:credit", "P-1", lines);
    refuses(invoice, LedgerError.PERIOD_LOCKED);
    ledger.post(rent(org, MARCH_10, "L-1", "1.00"), MAKER);
    periods.unlockModule(org, MARCH, "payables", MAKER);
    ledger.post(invoice, MAKER);
  }

  @Test
  void makerCannotCheckNotEvenThroughASubstitute() {
    for (Actor checker : List.of(Actor.of("alice"), new Actor("bob", "alice"), Actor.of("carol"))) {
      assertThatThrownBy(
              () ->
                  ledger.post(
                      rent(org, MARCH_10, "M-1", "1.00"), new Actor("alice", "carol"), checker))
          .isInstanceOfSatisfying(
              BusinessException.class,
              e -> assertThat(e.code()).isEqualTo(LedgerError.MAKER_IS_CHECKER));
    }
    assertNothingPosted();
  }

  @Test
  void reversalUndoesOnce() {
    PostedJournal posted = ledger.post(rent(org, MARCH_10, "R-1", "100.00"), MAKER);
    PostedJournal mirror = ledger.reverse(posted.id(), MARCH_10.plusDays(5), "Wrong month", MAKER);

    assertThat(mirror.reversesId()).isEqualTo(posted.id());
    assertThat(trialBalances.asOf(org, LocalDate.of(2025, 3, 31)).rows())
        .allMatch(row -> row.balance().signum() == 0);
    assertThat(balances.prove(org, MARCH)).isEmpty();
    assertThatThrownBy(() -> ledger.reverse(posted.id(), MARCH_10, "Again", MAKER))
        .isInstanceOfSatisfying(
            BusinessException.class,
            e -> assertThat(e.code()).isEqualTo(LedgerError.ALREADY_REVERSED));
  }

  @Test
  void nothingPostedCanBeChangedOrRemoved() {
    PostedJournal posted = ledger.post(rent(org, MARCH_10, "N-1", "1.00"), MAKER);
    for (String statement :
        List.of(
            "update finance.journals set description = 'x' where id = ?",
            "delete from finance.journals where id = ?",
            "update finance.journal_lines set amount = 2 where journal_id = ?",
            "delete from finance.journal_lines where journal_id = ?")) {
      assertThatThrownBy(() -> jdbc.update(statement, posted.id()))
          .as(statement)
          .rootCause()
          .hasMessageContaining("what is posted never changes");
    }
  }

  @Test
  void accountKeepsItsCode() {
    assertThatThrownBy(
            () ->
                jdbc.update(
                    "update finance.accounts set code = '6101' where organization_id = ? and code = '6100'",
                    org))
        .rootCause()
        .hasMessageContaining("never changes");
  }

  private void refuses(JournalDraft draft, LedgerError expected) {
    assertThatThrownBy(() -> ledger.post(draft, MAKER))
        .isInstanceOfSatisfying(
            BusinessException.class, e -> assertThat(e.code()).isEqualTo(expected));
    assertNothingPosted();
  }

  private void assertNothingPosted() {
    assertThat(
            jdbc.queryForObject(
                "select count(*) from finance.journals where organization_id = ?",
                Integer.class,
                org))
        .isZero();
  }
}
