package org.countinghouse.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.banking.BankWorld.TREASURER;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.banking.StatementOutcome.Kind;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is booked, known and held, whatever order and form a bank's statements come in. */
@DatabaseTest
class BankStatementTests {

  private static final Mt940 FIRST =
      Mt940.of(1, "2026-03-02", "1000.00")
          .entry("2026-03-02", "-100.00", "A1", "invoice 17")
          .entry("2026-03-03", "250.00", "A2", "customer 4")
          .entry("2026-03-03", "-100.00", "A3", "invoice 18");
  private static final Mt940 SECOND =
      Mt940.of(2, "2026-03-04", "1050.00").entry("2026-03-04", "-50.00", "A4", "invoice 19");
  private static final Mt940 THIRD =
      Mt940.of(3, "2026-03-05", "1000.00").entry("2026-03-05", "-1.00", "A5", "invoice 20");

  @Autowired BankWorld world;
  @Autowired BankAccounts accounts;
  @Autowired BankStatements statements;
  @Autowired RateBook book;
  @Autowired BookVerifier verifier;
  @Autowired JdbcTemplate jdbc;

  private BankAccount account;

  @BeforeEach
  void newCompany() {
    account = world.account();
  }

  @Test
  void statementsBookOneAfterTheOther() {
    assertThat(world.receive(account, FIRST).kind()).isEqualTo(Kind.BOOKED);
    assertThat(world.receive(account, SECOND).newEntries()).isEqualTo(1);
    assertStandsAt("1000.00", 4);
    List<Entry> entries = statements.entries(held(Statement.State.BOOKED).get(1).id(), 0, 10);
    assertThat(entries).extracting(Entry::remittance).contains("invoice 17", "customer 4");
    assertThat(entries).extracting(Entry::endToEndId).containsExactly("A1", "A2", "A3");
  }

  @Test
  void whatIsSentAgainBringsNothingNew() {
    world.receive(account, FIRST);
    world.receive(account, SECOND);
    assertThat(world.receive(account, FIRST).kind()).isEqualTo(Kind.ALREADY_THERE);
    assertThat(world.receive(account, SECOND).kind()).isEqualTo(Kind.ALREADY_THERE);
    assertThat(
            world
                .receive(
                    account,
                    Mt940.of(9, "2026-03-03", "900.00")
                        .entry("2026-03-03", "250.00", "X2", "customer 4 by another name")
                        .entry("2026-03-03", "-100.00", "X3", "invoice 18 in other words"))
                .kind())
        .as("part of a statement, in another wording")
        .isEqualTo(Kind.ALREADY_THERE);
    assertStandsAt("1000.00", 4);
  }

  @Test
  void anOverlappingStatementBringsOnlyWhatIsNew() {
    world.receive(account, FIRST);
    StatementOutcome outcome =
        world.receive(
            account,
            Mt940.of(2, "2026-03-03", "900.00")
                .entry("2026-03-03", "250.00", "A2", "customer 4")
                .entry("2026-03-03", "-100.00", "A3", "invoice 18")
                .entry("2026-03-03", "-100.00", "A6", "a second one of the same amount")
                .entry("2026-03-04", "-100.00", "A7", "and one on the next day"));
    assertThat(outcome.kind()).isEqualTo(Kind.BOOKED);
    assertThat(outcome.newEntries()).isEqualTo(2);
    assertStandsAt("850.00", 5);
  }

  @Test
  void equalEntriesOfOneDayInTwoStatementsAreTwo() {
    world.receive(
        account, Mt940.of(1, "2026-03-02", "10.00").entry("2026-03-02", "-1.00", "F", "fee"));
    StatementOutcome outcome =
        world.receive(
            account, Mt940.of(2, "2026-03-02", "9.00").entry("2026-03-02", "-1.00", "F", "fee"));
    assertThat(outcome.newEntries()).isEqualTo(1);
    assertStandsAt("8.00", 2);
  }

  @Test
  void oneThatComesTooEarlyWaitsForTheMissingOne() {
    world.receive(account, FIRST);
    StatementOutcome early = world.receive(account, THIRD);
    assertThat(early.kind()).isEqualTo(Kind.HELD);
    assertThat(early.findings()).extracting(Finding::code).containsExactly("banking.statement-gap");
    assertThat(world.receive(account, THIRD).statementId())
        .as("held once")
        .isEqualTo(early.statementId());
    assertStandsAt("1050.00", 3);

    List<StatementOutcome> both =
        world.receive(
            account.organizationId(), SECOND.text().getBytes(StandardCharsets.US_ASCII), "2.sta");
    assertThat(both).extracting(StatementOutcome::kind).containsExactly(Kind.BOOKED, Kind.BOOKED);
    assertThat(both.get(1).statementId()).isEqualTo(early.statementId());
    assertStandsAt("999.00", 5);
    assertThat(held(Statement.State.HELD)).isEmpty();
  }

  @Test
  void earlierStatementsMayFollow() {
    world.receive(account, THIRD);
    world.receive(account, SECOND);
    world.receive(account, FIRST);
    assertStandsAt("999.00", 5);
    assertThat(statements.balance(account, LocalDate.of(2026, 3, 3)))
        .contains(Money.of("1050.00", "EUR"));
  }

  @Test
  void whatDoesNotAddUpIsHeldUntilSomebodyDropsIt() {
    StatementOutcome outcome =
        world.receive(
            account,
            Mt940.of(1, "2026-03-02", "10.00")
                .entry("2026-03-02", "-1.00", "F", "fee")
                .offBy("0.01"));
    assertThat(outcome.kind()).isEqualTo(Kind.HELD);
    var id = Objects.requireNonNull(outcome.statementId());
    assertThat(statements.release(id, "never mind", TREASURER).get(0).kind())
        .as("nobody can release what is wrong")
        .isEqualTo(Kind.HELD);
    assertThatThrownBy(() -> statements.drop(id, " ", TREASURER))
        .isInstanceOf(BusinessException.class);
    assertThat(statements.drop(id, "the bank sent a correct one", TREASURER).state())
        .isEqualTo(Statement.State.DROPPED);
    assertThat(statements.position(account)).isEmpty();
  }

  @Test
  void contradictingStatementsAreHeld() {
    world.receive(account, FIRST);
    StatementOutcome outcome =
        world.receive(
            account,
            Mt940.of(1, "2026-03-02", "1000.00")
                .entry("2026-03-02", "-77.00", "A1", "another story"));
    assertThat(outcome.kind()).isEqualTo(Kind.HELD);
    assertThat(outcome.findings())
        .extracting(Finding::code)
        .containsExactly("banking.statement-contradicts");
    assertStandsAt("1050.00", 3);
  }

  @Test
  void aNumberLeftOutIsReleasedByAPersonOnly() {
    world.receive(account, FIRST);
    StatementOutcome outcome =
        world.receive(
            account,
            Mt940.of(4, "2026-03-06", "1050.00").entry("2026-03-06", "1.00", "A9", "interest"));
    assertThat(outcome.findings())
        .extracting(Finding::code)
        .containsExactly("banking.statement-sequence");
    var id = Objects.requireNonNull(outcome.statementId());
    assertThat(statements.release(id, "the bank sends no empty ones", TREASURER).get(0).kind())
        .isEqualTo(Kind.BOOKED);
    assertThat(statements.require(id).settledBy()).isEqualTo("treasurer");
    assertStandsAt("1051.00", 4);
  }

  @Test
  void oneOfAnAccountThatIsEnteredLaterIsBookedThen() {
    Mt940 other =
        Mt940.of("DE89370400440532013000", 1, "2026-03-02", "USD", "5.00")
            .entry("2026-03-02", "1.00", "X", "from DE75512108001245126199 for lunch");
    StatementOutcome outcome = world.receive(account, other);
    assertThat(outcome.accountCode()).isNull();
    assertThat(outcome.kind()).isEqualTo(Kind.HELD);
    accounts.create(
        account.organizationId(),
        new NewBankAccount(
            "USD1",
            "Dollars",
            "Muster GmbH",
            AccountNumber.parse("DE89370400440532013000"),
            null,
            BankWorld.USD,
            "1801",
            null,
            List.of()),
        TREASURER);
    book.record(
        account.organizationId(),
        List.of(
            new RateQuote(
                BankWorld.EUR, BankWorld.USD, LocalDate.of(2026, 3, 2), new BigDecimal("1.25"))),
        "ECB",
        null,
        TREASURER);
    var id = Objects.requireNonNull(outcome.statementId());
    assertThat(statements.retry(id, TREASURER).get(0).kind()).isEqualTo(Kind.BOOKED);
    assertThat(statements.entries(id, 0, 1).get(0).remittance())
        .doesNotContain("DE75512108001245126199");
  }

  @Test
  void entriesNeverChangeAndTheBooksOfTheBankAgree() {
    world.receive(account, FIRST);
    assertThatThrownBy(() -> jdbc.update("update finance.bank_entries set remittance = ''"))
        .hasMessageContaining("never changes");
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  private List<Statement> held(Statement.State state) {
    return statements.list(new StatementFilter(account.organizationId(), account.id(), state, 100));
  }

  private void assertStandsAt(String balance, int entries) {
    assertThat(statements.position(account).orElseThrow().balance())
        .isEqualTo(Money.of(balance, "EUR"));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from finance.bank_entries where bank_account_id = ?",
                Integer.class,
                account.id()))
        .isEqualTo(entries);
  }
}
