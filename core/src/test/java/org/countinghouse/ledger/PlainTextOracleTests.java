package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.PlainTextJournal.Entry;
import org.countinghouse.ledger.PlainTextJournal.Posting;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Journals published with ledger, hledger and beancount, imported here, lead to the balances those
 * programs print.
 */
@Tag("oracle")
@DatabaseTest
class PlainTextOracleTests {

  private static final String BALANCES = ".trial-balance.csv";
  private static final String ROUNDING = "Equity:Rounding";

  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired JournalImport imports;
  @Autowired JdbcClient jdbc;
  @TempDir Path temporary;

  private final Path folder =
      Path.of(System.getProperty("samples.dir", "samples"), "ledger", "plain-text");

  @TestFactory
  Stream<DynamicTest> importsToTheBalancesTheirOwnProgramPrints() throws IOException {
    if (!Files.isDirectory(folder)) {
      System.out.println("Skipped: plain-text journals, because there is no " + folder);
      Assumptions.abort("no " + folder);
    }
    List<Path> journals;
    try (Stream<Path> files = Files.list(folder)) {
      journals = files.filter(file -> Files.exists(balancesOf(file))).sorted().toList();
    }
    assertThat(journals).isNotEmpty();
    return journals.stream()
        .map(
            journal ->
                DynamicTest.dynamicTest(
                    String.valueOf(journal.getFileName()), () -> importsToItsBalances(journal)));
  }

  private static Path balancesOf(Path journal) {
    return journal.resolveSibling(journal.getFileName() + BALANCES);
  }

  private void importsToItsBalances(Path journal) throws IOException {
    List<Entry> entries = PlainTextJournal.read(Files.readString(journal));
    PlainTextCommodities commodities = new PlainTextCommodities(entries);
    Map<String, String> codes = new LinkedHashMap<>();
    entries.forEach(entry -> entry.postings().forEach(posting -> code(codes, posting.account())));
    code(codes, ROUNDING);
    UUID organization = booksFor(entries, codes, commodities.base());
    Path file =
        Files.writeString(temporary.resolve("journal.csv"), csv(entries, codes, commodities));

    JournalSource source = JournalFiles.of(file);
    try {
      imports.run(JournalFiles.request(organization, source), source, lines -> {});
    } catch (BusinessException refused) {
      throw new AssertionError(refused.findings().toString(), refused);
    }

    Map<String, BigDecimal> stored = stored(organization, codes, commodities);
    boolean isLedgers = journal.toString().endsWith(".dat");
    assertThat(isLedgers ? withThoseBelow(stored) : stored).isEqualTo(printed(balancesOf(journal)));
  }

  /** {@code ledger balance --flat} counts the accounts below an account with it. */
  private static Map<String, BigDecimal> withThoseBelow(Map<String, BigDecimal> balances) {
    Map<String, BigDecimal> sums = new TreeMap<>(balances);
    balances.forEach(
        (below, balance) -> {
          int commodity = below.lastIndexOf(' ');
          String name = below.substring(0, commodity);
          sums.replaceAll(
              (key, sum) ->
                  name.startsWith(key.substring(0, key.lastIndexOf(' ')) + ":")
                          && key.endsWith(below.substring(commodity))
                      ? sum.add(balance).stripTrailingZeros()
                      : sum);
        });
    return sums;
  }

  private static String code(Map<String, String> codes, String account) {
    return codes.computeIfAbsent(account, name -> "A%03d".formatted(codes.size() + 1));
  }

  private UUID booksFor(List<Entry> entries, Map<String, String> codes, String base) {
    UUID organization = books.bare(Currency.getInstance(base)).id();
    chart.create(
        organization,
        codes.entrySet().stream()
            .map(
                account ->
                    NewAccount.of(account.getValue(), account.getKey(), type(account.getKey())))
            .toList(),
        Books.MAKER);
    TreeSet<Integer> open = new TreeSet<>();
    entries.forEach(entry -> open.add(entry.date().getYear()));
    open.forEach(year -> years.open(organization, year, Books.MAKER));
    return organization;
  }

  private static AccountType type(String account) {
    String root = account.split(":")[0].toLowerCase(Locale.ROOT);
    return Arrays.stream(AccountType.values())
        .filter(type -> root.startsWith(type.name().toLowerCase(Locale.ROOT).substring(0, 5)))
        .findFirst()
        .orElse(AccountType.ASSET);
  }

  /** Our import format; what rounding to cents leaves over goes to an account of its own. */
  private static String csv(
      List<Entry> entries, Map<String, String> codes, PlainTextCommodities commodities)
      throws IOException {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(
        "entry",
        "date",
        "line",
        "account",
        "debit",
        "credit",
        "currency",
        "currency_amount",
        "text");
    int number = 0;
    for (Entry entry : entries) {
      number++;
      int line = 0;
      BigDecimal open = BigDecimal.ZERO;
      for (Posting posting : entry.postings()) {
        BigDecimal base = commodities.inBase(posting);
        if (base.signum() != 0) {
          open = open.add(base);
          line++;
          write(
              csv,
              entry,
              number,
              line,
              codes.get(posting.account()),
              base,
              commodities.code(posting.amount().commodity()),
              posting.amount().number().abs().stripTrailingZeros().toPlainString());
        }
      }
      if (open.signum() != 0) {
        assertThat(open.abs()).as("%s", entry).isLessThanOrEqualTo(new BigDecimal("0.05"));
        write(
            csv,
            entry,
            number,
            line + 1,
            codes.get(ROUNDING),
            open.negate(),
            commodities.base(),
            "");
      }
    }
    csv.flush();
    return text.toString();
  }

  private static void write(
      CsvWriter csv,
      Entry entry,
      int number,
      int line,
      String account,
      BigDecimal base,
      String currency,
      String amount) {
    String absolute = base.abs().toPlainString();
    csv.writeRecord(
        "E" + number,
        entry.date().toString(),
        Integer.toString(line),
        account,
        base.signum() > 0 ? absolute : "",
        base.signum() < 0 ? absolute : "",
        currency,
        amount,
        entry.text());
  }

  private Map<String, BigDecimal> stored(
      UUID organization, Map<String, String> codes, PlainTextCommodities commodities) {
    Map<String, String> names = new TreeMap<>();
    codes.forEach((name, code) -> names.put(code, name));
    Map<String, BigDecimal> balances = new TreeMap<>();
    jdbc.sql(
            "select account, currency, sum(balance) from finance.ledger_balance_v"
                + " where organization_id = ? group by account, currency having sum(balance) <> 0")
        .param(organization)
        .query(
            (row, i) ->
                balances.put(
                    names.get(row.getString(1)) + " " + commodities.name(row.getString(2)),
                    row.getBigDecimal(3).stripTrailingZeros()))
        .list();
    balances
        .keySet()
        .removeIf(key -> key.startsWith(ROUNDING) || key.startsWith(PlainTextJournal.VIRTUAL));
    return balances;
  }

  private static Map<String, BigDecimal> printed(Path file) throws IOException {
    Map<String, BigDecimal> balances = new TreeMap<>();
    CsvReader.builder().ofCsvRecord(Files.readString(file)).stream()
        .filter(row -> !row.getField(0).strip().equals("account"))
        .forEach(
            row ->
                PlainTextJournal.balances(row.getField(1))
                    .forEach(
                        (commodity, sum) ->
                            balances.put(
                                row.getField(0).strip() + " " + commodity,
                                sum.stripTrailingZeros())));
    balances.values().removeIf(sum -> sum.signum() == 0);
    return balances;
  }
}
