package org.countinghouse.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.bankfiles.BankStatement.Tie;
import org.countinghouse.errors.BusinessException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every sample of a bank's statement is read to the figures that separate scripts found in it. */
@Tag("oracle")
class StatementOracleTests {

  private static final StatementOptions CSV_OPTIONS =
      new StatementOptions("NL20INGB0001234567", Currency.getInstance("EUR"), false);

  /** Its summary record counts what its entries are not: it is held for that. */
  private static final String NEGATIVE = "own-broken/nl-operating-amount-negative.xml";

  private static final String FOREIGN = "own-broken/nl-operating-other-currency-entry.xml";

  /** Pieces of messages, published to try single fields: no statement can come of them. */
  private static final Set<String> FRAGMENTS =
      Set.of(
          "mt940/betterplace-empty_86.sta",
          "mt940/betterplace-empty_line.sta",
          "mt940/self-provided-invalid_statement.sta",
          "mt940/self-provided-sparkassen.sta",
          "mt940/cmxl-statement_line.sta");

  @TestFactory
  Stream<DynamicTest> camtGivesTheFiguresOfTheSeparateScript() {
    return BankSamples.perFile("expected-camt.csv", this::camt);
  }

  @TestFactory
  Stream<DynamicTest> mt940GivesTheFiguresOfTheSeparateScript() {
    return BankSamples.perFile("expected-mt940.csv", this::mt940);
  }

  @TestFactory
  Stream<DynamicTest> sixFormatsOfOneMonthGiveTheSameTotals() {
    return BankSamples.perFile("expected-own-statements.csv", this::month);
  }

  @TestFactory
  Stream<DynamicTest> bai2GivesTheFiguresOfTheSeparateScript() {
    return BankSamples.perFile("expected-bai2.csv", this::bai2);
  }

  private void camt(String file, List<NamedCsvRecord> rows) {
    byte[] content = BankSamples.bytes(file);
    if (file.equals(NEGATIVE)) {
      refused(StatementFormat.CAMT, content, "bankfiles.value");
      return;
    }
    List<StatementWithEntries> read =
        StatementFiles.list(format(file, content), content, StatementOptions.NONE);
    assertThat(read).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      NamedCsvRecord row = rows.get(i);
      BankStatement statement = read.get(i).statement();
      assertThat(statement.header().version()).isEqualTo(row.getField("message"));
      assertThat(statement.header().id()).isEqualTo(row.getField("statement"));
      assertThat(text(statement.header().sequence())).isEqualTo(row.getField("seq"));
      assertThat(text(statement.account())).isEqualTo(row.getField("account"));
      balances(statement, row);
      List<BankEntry> entries = read.get(i).entries();
      assertThat(statement.totals().transactions()).isEqualTo(number(row, "tx_details"));
      assertThat(statuses(entries)).isEqualTo(row.getField("statuses"));
      assertThat(entries.stream().filter(BankEntry::reversal).count())
          .isEqualTo(number(row, "reversals"));
      String ties = row.getField("opening+credits-debits=closing");
      if (file.equals(FOREIGN)) {
        assertThat(codes(statement)).contains("bankfiles.other-currency");
      } else {
        sums(statement, row, "sum_credit_booked", "sum_debit_booked");
        ties(statement, ties.startsWith("no") ? "no" : ties);
      }
    }
  }

  private void mt940(String file, List<NamedCsvRecord> rows) {
    byte[] content = BankSamples.bytes(file);
    if (FRAGMENTS.contains(file)) {
      assertThatThrownBy(() -> onlyBookable(StatementFormat.MT940, content))
          .isInstanceOfAny(BusinessException.class, AssertionError.class);
      return;
    }
    assertThat(format(file, content)).isEqualTo(StatementFormat.MT940);
    List<StatementWithEntries> read =
        StatementFiles.list(StatementFormat.MT940, content, StatementOptions.NONE);
    assertThat(read).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      NamedCsvRecord row = rows.get(i);
      BankStatement statement = read.get(i).statement();
      balances(statement, row);
      sums(statement, row, "sum_credit", "sum_debit");
      ties(statement, row.getField("balances_tie"));
    }
  }

  private void month(String file, List<NamedCsvRecord> rows) {
    byte[] content = BankSamples.bytes(file);
    NamedCsvRecord row = rows.get(0);
    List<StatementWithEntries> read =
        StatementFiles.list(format(file, content), content, CSV_OPTIONS);
    assertThat(read).allMatch(each -> row.getField("account").equals(each.statement().account()));
    assertThat(read).allMatch(each -> each.statement().isBookable());
    BigDecimal credits = sum(read, StatementTotals::credits);
    BigDecimal debits = sum(read, StatementTotals::debits);
    assertThat(credits).isEqualByComparingTo(row.getField("sum_credit"));
    assertThat(debits).isEqualByComparingTo(row.getField("sum_debit"));
    assertThat(read.stream().mapToInt(each -> each.entries().size()).sum())
        .isEqualTo(number(row, "entries"));
    if (!file.endsWith(".csv")) {
      // a table without a column of balances states none: the account's own last balance decides
      assertThat(read.get(0).statement().impliedOpening().orElseThrow().amount())
          .isEqualByComparingTo(row.getField("opening"));
      assertThat(read.get(read.size() - 1).statement().closing().amount().amount())
          .isEqualByComparingTo(row.getField("closing"));
    }
  }

  private void bai2(String file, List<NamedCsvRecord> rows) throws IOException {
    byte[] content = BankSamples.bytes(file);
    assertThat(format(file, content)).isEqualTo(StatementFormat.BAI2);
    NamedCsvRecord row = rows.get(0);
    if (row.getField("file_trailer").isEmpty()) {
      refused(StatementFormat.BAI2, content, "bankfiles.record");
      return;
    }
    var counted = new Counting();
    String refusal = "";
    try {
      StatementFiles.read(
          StatementFormat.BAI2, new ByteArrayInputStream(content), StatementOptions.NONE, counted);
    } catch (BusinessException e) {
      refusal = e.code().id();
    }
    // this bank's file was shortened before it was published: its trailers tell
    assertThat(refusal).isEqualTo(file.endsWith("issue113.txt") ? "bankfiles.control-total" : "");
    if (row.getField("groups").equals("0")) {
      // the script counted lines, this bank puts several records on one: the trailers agree
      assertThat(counted.statements).isEqualTo(15);
      assertThat(counted.entries).isEqualTo(26);
    } else {
      assertThat(counted.statements).isEqualTo(number(row, "accounts"));
      assertThat(counted.entries).isEqualTo(number(row, "transactions"));
    }
  }

  private static final class Counting implements StatementSink {
    private int statements;
    private int entries;

    @Override
    public void entry(BankEntry entry) {
      entries++;
    }

    @Override
    public void end(BankStatement statement) {
      statements++;
    }
  }

  private static void onlyBookable(StatementFormat format, byte[] content) {
    assertThat(StatementFiles.list(format, content, StatementOptions.NONE))
        .isNotEmpty()
        .allMatch(each -> each.statement().isBookable());
  }

  private static void refused(StatementFormat format, byte[] content, String code) {
    assertThatThrownBy(() -> StatementFiles.list(format, content, StatementOptions.NONE))
        .isInstanceOfSatisfying(
            BusinessException.class, e -> assertThat(e.code().id()).isEqualTo(code));
  }

  private static StatementFormat format(String file, byte[] content) {
    return StatementFiles.formatOf(content, file).orElseThrow();
  }

  private static void balances(BankStatement statement, NamedCsvRecord row) {
    assertThat(amount(statement.opening())).as("opening").isEqualTo(plain(row, "opening"));
    assertThat(amount(statement.closing())).as("closing").isEqualTo(plain(row, "closing"));
    if (!row.getField("currency").isEmpty()) {
      assertThat(text(statement.currency())).isEqualTo(row.getField("currency"));
    }
  }

  private static void sums(
      BankStatement statement, NamedCsvRecord row, String credits, String debits) {
    assertThat(statement.totals().entries()).isEqualTo(number(row, "entries"));
    assertThat(statement.totals().credits()).isEqualByComparingTo(row.getField(credits));
    assertThat(statement.totals().debits()).isEqualByComparingTo(row.getField(debits));
  }

  private static void ties(BankStatement statement, String expected) {
    Tie tie =
        switch (expected) {
          case "yes" -> Tie.TIES;
          case "no" -> Tie.DIFFERS;
          default -> Tie.UNKNOWN;
        };
    assertThat(statement.ties()).isEqualTo(tie);
    if (tie == Tie.DIFFERS) {
      assertThat(codes(statement)).contains("bankfiles.does-not-tie");
      assertThat(statement.isBookable()).isFalse();
    }
  }

  private static List<String> codes(BankStatement statement) {
    return statement.findings().stream().map(finding -> finding.code()).toList();
  }

  private static String statuses(List<BankEntry> entries) {
    Map<String, Long> counted =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    each ->
                        switch (each.status()) {
                          case BOOKED -> "BOOK";
                          case PENDING -> "PDNG";
                          case INFORMATION -> "INFO";
                        },
                    TreeMap::new,
                    Collectors.counting()));
    return counted.entrySet().stream()
        .map(each -> each.getKey() + ":" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  private static BigDecimal sum(
      List<StatementWithEntries> read,
      java.util.function.Function<StatementTotals, BigDecimal> what) {
    return read.stream()
        .map(each -> what.apply(each.statement().totals()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static int number(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static String amount(Balance balance) {
    return balance == null ? "" : balance.amount().amount().stripTrailingZeros().toPlainString();
  }

  private static String plain(NamedCsvRecord row, String column) {
    String value = row.getField(column);
    return value.isEmpty() ? "" : new BigDecimal(value).stripTrailingZeros().toPlainString();
  }
}
