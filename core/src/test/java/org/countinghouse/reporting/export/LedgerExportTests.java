package org.countinghouse.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reporting.LedgerExports;
import org.countinghouse.testing.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books as text, and what programs nobody here wrote make of it. */
@DatabaseTest
class LedgerExportTests {

  private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

  @Autowired Books books;
  @Autowired Ledger ledger;
  @Autowired Organizations organizations;
  @Autowired LedgerExports exports;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private Organization organization;

  @BeforeEach
  void awkwardBooks() {
    UUID id = books.open();
    organization = organizations.byId(id);
    post(
        "2025-01-15",
        "Rent; January: paid  \"early\" | 100 %",
        line("6100", "900.00"),
        line("1010", "-900.00"));
    post("2025-02-10", "=1+1", line("1010", "5000.50"), line("4000", "-5000.50"));
    post("2025-02-11", "Dollars bought", usd("1000.00", "925.93"), line("1010", "-925.93"));
    post("2025-02-28", "Dollars are worth less", usd("0.00", "-17.20"), line("6100", "17.20"));
    post(
        "2025-03-01",
        "Dollars gone, their value not yet",
        usd("-1000.00", "-900.00"),
        line("1010", "900.00"));
    post("2025-03-02", "Paper", line("6200", "12.34").at("CC100"), line("1010", "-12.34"));
  }

  @Test
  void hledgerReadsEveryJournalWithItsCost() throws IOException {
    assertThat(export("hledger", null))
        .contains("account Assets:1020 Bank USD  ; type: A\n")
        .contains(
            """

            2025-02-11 (GL-2025-000003) Dollars bought  ; source: ledger, reference: Dollars bought
                Assets:1020 Bank USD  1000.00 USD @@ 925.93 EUR
                Assets:1010 Bank EUR  -925.93 EUR
            """)
        .contains("    Assets:1020 Bank USD  -17.20 EUR\n")
        .contains("  12.34 EUR  ; cost-centre: CC100\n");
  }

  @Test
  void csvHasOneRecordPerLineAndDisarmsFormulas() throws IOException {
    assertThat(export("csv", null).lines())
        .hasSize(13)
        .contains(
            "GL-2025-000002,2025-02-10,1,1010,Bank"
                + " EUR,5000.50,EUR,5000.50,EUR,,,'=1+1,ledger,'=1+1,maker,");
  }

  @Test
  void aPartBeginsWithTheBalancesBroughtForward() throws IOException {
    assertThat(export("hledger", LocalDate.of(2025, 3, 1)))
        .contains(
            """

            2025-03-01 (OPENING) Opening balances  ; source: ledger, reference: before 2025-03-01
                Assets:1010 Bank EUR  3174.57 EUR
                Assets:1020 Bank USD  1000.00 USD @@ 908.73 EUR
                Income:4000 Sales  -5000.50 EUR
                Expenses:6100 Rent  917.20 EUR
            """)
        .doesNotContain("Dollars bought");
  }

  @Test
  void aPartMayOnlyBeginWithAMonth() {
    assertThatThrownBy(() -> export("hledger", LocalDate.of(2025, 3, 2)))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("first day of a month");
  }

  @Test
  void hledgerAgreesOnEveryBalance() throws Exception {
    for (LocalDate from : new LocalDate[] {null, LocalDate.of(2025, 3, 1)}) {
      Path file = write("hledger", from);
      PlainTextPrograms.Balances balances = PlainTextPrograms.hledger(file);
      assertThat(balances.inBase()).isEqualTo(expectedInBase());
      assertThat(balances.of("USD")).isEqualTo(expected("USD"));
    }
  }

  @Test
  void beancountAgreesOnEveryBalance() throws Exception {
    for (LocalDate from : new LocalDate[] {null, LocalDate.of(2025, 3, 1)}) {
      Path file = write("beancount", from);
      PlainTextPrograms.Balances balances = PlainTextPrograms.beancount(file, "EUR");
      assertThat(balances.inBase()).isEqualTo(expectedInBase());
      assertThat(balances.of("USD")).isEqualTo(expected("USD"));
    }
  }

  private Map<String, BigDecimal> expectedInBase() {
    return sums(
        "select account, sum(base_amount) from finance.journal_lines where organization_id = ?"
            + " group by 1");
  }

  private Map<String, BigDecimal> expected(String currency) {
    return sums(
        "select account, sum(amount) from finance.journal_lines where organization_id = ? and"
            + " currency = '"
            + currency
            + "' group by 1");
  }

  private Map<String, BigDecimal> sums(String sql) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    jdbc.sql(sql)
        .param(organization.id())
        .query((row, i) -> Map.entry(row.getString(1), row.getBigDecimal(2)))
        .list()
        .forEach(sum -> sums.put(sum.getKey(), sum.getValue().stripTrailingZeros()));
    sums.values().removeIf(sum -> sum.signum() == 0);
    return sums;
  }

  private Path write(String format, @Nullable LocalDate from) throws IOException {
    return Files.writeString(folder.resolve("books." + format), export(format, from));
  }

  private String export(String format, @Nullable LocalDate from) throws IOException {
    var out = new ByteArrayOutputStream();
    exports.write(format, organization, from, YEAR_END, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void post(String day, String description, DraftLine... lines) {
    ledger.post(
        new JournalDraft(
            organization.id(),
            LocalDate.parse(day),
            description,
            "ledger",
            description,
            List.of(lines)),
        Books.MAKER);
  }

  private static DraftLine line(String account, String eur) {
    return DraftLine.debit(account, Money.of(eur, "EUR"));
  }

  private static DraftLine usd(String amount, String eur) {
    return new DraftLine(
        "1020",
        new Money(new BigDecimal(amount), Currency.getInstance("USD")),
        Money.of(eur, "EUR"),
        null,
        null);
  }
}
