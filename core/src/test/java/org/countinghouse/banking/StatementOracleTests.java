package org.countinghouse.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.countinghouse.banking.BankWorld.NUMBER;
import static org.countinghouse.banking.BankWorld.TREASURER;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.banking.StatementOutcome.Kind;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A month of one account in six formats, its days one by one, and broken ones. */
@Tag("oracle")
@DatabaseTest
class StatementOracleTests {

  private static final List<String> FORMATS =
      List.of("-camt053-v08.xml", "-camt053-v02.xml", ".mt940", ".bai2", ".ofx", ".csv");

  @Autowired BankWorld world;
  @Autowired BankStatements statements;
  @Autowired JdbcTemplate jdbc;

  private final Path folder = Path.of(System.getProperty("samples.dir", "samples"), "bank");
  private BankAccount account;

  @BeforeEach
  void newCompany() {
    account = world.account();
  }

  @Test
  void everyFormatBooksTheSameMonthAndAddsNothingToAnother() throws IOException {
    for (String first : FORMATS) {
      account = world.account();
      for (StatementOutcome outcome : receive("own-month/nl-operating" + first)) {
        if (outcome.kind() == Kind.HELD) {
          // the table states no balances: somebody has to take it
          statements.release(
              Objects.requireNonNull(outcome.statementId()), "table of the bank", TREASURER);
        }
      }
      assertThat(entries()).as(first).isEqualTo(84);
      assertThat(sum(">")).as(first).isEqualByComparingTo("134179.03");
      assertThat(sum("<")).as(first).isEqualByComparingTo("-213536.83");
      if (!first.equals(".csv")) {
        assertThat(balance()).as(first).isEqualByComparingTo("-54047.36");
        for (String again : FORMATS) {
          assertThat(receive("own-month/nl-operating" + again))
              .as("%s after %s", again, first)
              .extracting(StatementOutcome::kind)
              .containsOnly(Kind.ALREADY_THERE);
        }
      }
      assertThat(entries()).as(first).isEqualTo(84);
    }
  }

  @Test
  void daysComeInOrderTwiceAndInAnyOrder() throws IOException {
    List<String> days = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("own-daily"))) {
      files.map(file -> "own-daily/" + file.getFileName()).sorted().forEach(days::add);
    }
    for (int seed = 0; seed < 6; seed++) {
      account = world.account();
      List<String> order = new ArrayList<>(days);
      if (seed > 0) {
        Collections.shuffle(order, new Random(seed));
        order.addAll(days);
      }
      for (String day : order) {
        receive(day);
      }
      assertThat(balance()).as("seed %s", seed).isEqualByComparingTo("7914.47");
      assertThat(entries()).as("seed %s", seed).isEqualTo(23);
      assertThat(
              statements.list(
                  new StatementFilter(account.organizationId(), null, Statement.State.HELD, 10)))
          .as("seed %s", seed)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "closing-mismatch.xml",
        "entry-twice.xml",
        "unknown-account.xml",
        "pending.xml",
        "other-currency-entry.xml",
        "no-closing.xml",
        "mt940-mismatch.mt940",
        "mt940-truncated.mt940",
        "gap.xml"
      })
  void whatIsWrongIsHeld(String file) throws IOException {
    for (String day : List.of("02", "03", "04", "05", "06")) {
      receive("own-daily/nl-operating-202603" + day + ".xml");
    }
    int before = entries();
    assertThat(receive("own-broken/nl-operating-" + file))
        .extracting(StatementOutcome::kind)
        .containsOnly(Kind.HELD);
    assertThat(entries()).isEqualTo(before);
  }

  /** Nobody can say what such a file was to tell: nothing of it is kept, its sender is told. */
  @Test
  void whatCannotBeReadIsRefusedWhole() throws IOException {
    String file = "own-broken/nl-operating-amount-negative.xml";
    byte[] content = Files.readAllBytes(folder.resolve(file));
    receive("own-daily/nl-operating-20260305.xml");
    int before = entries();
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> world.receive(account.organizationId(), content, file))
        .satisfies(refused -> assertThat(refused.code().id()).isEqualTo("bankfiles.value"))
        .withMessageContaining("-2605.94");
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void aStatementSentAgainUnderAnotherIdChangesNothing() throws IOException {
    for (String day : List.of("02", "03", "04", "05", "06")) {
      receive("own-daily/nl-operating-202603" + day + ".xml");
    }
    assertThat(receive("own-broken/nl-operating-again-other-msgid.xml"))
        .extracting(StatementOutcome::kind)
        .containsExactly(Kind.ALREADY_THERE);
  }

  private List<StatementOutcome> receive(String file) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(file));
    StatementOptions options =
        file.endsWith(".csv")
            ? new StatementOptions(NUMBER, BankWorld.EUR, false)
            : StatementOptions.NONE;
    try {
      return world.receive(
          account.organizationId(), content, Path.of(file).getFileName().toString(), options);
    } catch (BusinessException e) {
      throw new AssertionError(file + ": " + e.getMessage() + " " + e.findings(), e);
    }
  }

  private int entries() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select count(distinct (booked_on, total, occurrence)) from finance.bank_entries"
                + " where bank_account_id = ?",
            Integer.class,
            account.id()));
  }

  private BigDecimal sum(String sign) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select sum(amount) from finance.bank_entries where bank_account_id = ? and amount "
                + sign
                + " 0",
            BigDecimal.class,
            account.id()));
  }

  private BigDecimal balance() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select balance from finance.bank_positions where bank_account_id = ?",
            BigDecimal.class,
            account.id()));
  }
}
