package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** Imports journal files that come with a chart and the figures they must lead to. */
@Component
public class OwnLedgerFiles {

  /** What a bad file's description says, and the finding that must come of it. */
  private static final Map<String, String> FINDING_OF =
      new LinkedHashMap<>(
          Map.ofEntries(
              Map.entry("does not balance", "ledger.unbalanced"),
              Map.entry("account not in chart", "ledger.account-unknown"),
              Map.entry("non-postable", "ledger.account-not-postable"),
              Map.entry("debit and credit on one line", "ledger.import-both-sides"),
              Map.entry("decimals", "ledger.import-decimals"),
              Map.entry("decimal comma", "ledger.import-amount"),
              Map.entry("impossible date", "ledger.import-date"),
              Map.entry("other delimiter", "ledger.import-separator"),
              Map.entry("empty file", "ledger.import-empty"),
              Map.entry("no lines", "ledger.import-no-lines"),
              Map.entry("same entry id twice", "ledger.import-duplicate-entry")));

  private static final Set<String> WITHOUT_LINE =
      Set.of("ledger.import-empty", "ledger.import-no-lines");

  private final Books books;
  private final ChartOfAccounts chart;
  private final FiscalYears years;
  private final Organizations organizations;
  private final JournalImport imports;
  private final Ledger ledger;
  private final Balances balances;
  private final TrialBalances trialBalances;

  OwnLedgerFiles(
      Books books,
      ChartOfAccounts chart,
      FiscalYears years,
      Organizations organizations,
      JournalImport imports,
      Ledger ledger,
      Balances balances,
      TrialBalances trialBalances) {
    this.books = books;
    this.chart = chart;
    this.years = years;
    this.organizations = organizations;
    this.imports = imports;
    this.ledger = ledger;
    this.balances = balances;
    this.trialBalances = trialBalances;
  }

  /** A good journal leads to the expected balances of every month and totals of the year. */
  void importsToExpectedBalances(Path journal, Path accounts, Path balanceFile, Path totals) {
    UUID org = booksFor(accounts, journal);
    JournalSource file = JournalFiles.of(journal);
    JournalsImported imported = imports.run(JournalFiles.request(org, file), file, lines -> {});

    JsonNode expected = json(totals);
    assertThat(imported.entries()).isEqualTo(expected.get("entries").asLong());
    assertThat(imported.lines()).isEqualTo(expected.get("lines").asLong());
    assertMonths(org, balanceFile);
    assertYear(org, expected);
  }

  private void assertMonths(UUID org, Path balanceFile) {
    Map<String, Map<String, BigDecimal>> expected = new TreeMap<>();
    for (NamedCsvRecord row : records(balanceFile)) {
      expected
          .computeIfAbsent(row.getField("period"), period -> new TreeMap<>())
          .put(
              row.getField("account"),
              amount(row.getField("debit_balance"))
                  .subtract(amount(row.getField("credit_balance"))));
    }
    assertThat(expected).isNotEmpty();
    expected.forEach(
        (period, accounts) -> {
          YearMonth month = YearMonth.parse(period);
          Map<String, BigDecimal> actual =
              trialBalances.asOf(org, month.atEndOfMonth()).rows().stream()
                  .filter(row -> row.balance().signum() != 0)
                  .collect(
                      Collectors.toMap(
                          TrialBalanceRow::account,
                          TrialBalanceRow::balance,
                          BigDecimal::add,
                          TreeMap::new));
          accounts.values().removeIf(balance -> balance.signum() == 0);
          assertThat(actual).as(period).isEqualTo(accounts);
          assertThat(balances.prove(org, month)).isEmpty();
        });
  }

  private void assertYear(UUID org, JsonNode expected) {
    LocalDate end = LocalDate.of(expected.get("year").asInt(), 12, 31);
    TrialBalance year = trialBalances.asOf(org, end);
    Map<AccountType, BigDecimal> byType =
        year.rows().stream()
            .collect(
                Collectors.groupingBy(
                    TrialBalanceRow::type,
                    Collectors.reducing(
                        BigDecimal.ZERO, TrialBalanceRow::balance, BigDecimal::add)));
    BigDecimal income = byType.getOrDefault(AccountType.INCOME, BigDecimal.ZERO);
    BigDecimal expense = byType.getOrDefault(AccountType.EXPENSE, BigDecimal.ZERO);
    assertThat(year.totalDebit()).isEqualByComparingTo(expected.get("sum_of_debits").asText());
    assertThat(year.totalDebit()).isEqualByComparingTo(year.totalCredit());
    assertThat(income.add(expense).negate())
        .isEqualByComparingTo(expected.get("net_result").asText());
    assertThat(byType.get(AccountType.ASSET)).isEqualByComparingTo(expected.get("assets").asText());
    assertThat(byType.get(AccountType.LIABILITY).negate())
        .isEqualByComparingTo(expected.get("liabilities").asText());
    assertThat(byType.get(AccountType.EQUITY).negate())
        .isEqualByComparingTo(expected.get("equity_before_result").asText());
  }

  /** A file described as VALID is posted; any other is refused for what the description says. */
  void hasTheOutcomeOf(String description, Path journal, Path accounts) {
    UUID org = booksFor(accounts, journal);
    JournalSource file = JournalFiles.of(journal);
    if (description.startsWith("VALID")) {
      JournalsImported imported = imports.run(JournalFiles.request(org, file), file, lines -> {});
      assertThat(imported.entries()).isPositive();
      return;
    }
    BusinessException refused =
        catchThrowableOfType(
            BusinessException.class,
            () -> imports.run(JournalFiles.request(org, file), file, lines -> {}));
    assertThat(refused).as(description).isNotNull();
    assertThat(refused.code()).isEqualTo(JournalImportError.REFUSED);
    assertThat(refused.findings()).isNotEmpty();
    assertThat(refused.findings())
        .allMatch(
            finding ->
                WITHOUT_LINE.contains(finding.code()) || finding.place().matches("line \\d+"));
    FINDING_OF.forEach(
        (words, code) -> {
          if (description.contains(words)) {
            assertThat(refused.findings()).extracting(Finding::code).contains(code);
          }
        });
    assertThat(trialBalances.asOf(org, LocalDate.of(2099, 12, 31)).rows()).isEmpty();
  }

  /** Books with this chart, and with the years and cost centres the journal speaks of. */
  private UUID booksFor(Path accounts, Path journal) {
    UUID org = books.bare().id();
    chart.create(
        org, records(accounts).stream().map(OwnLedgerFiles::account).toList(), Books.MAKER);
    Set<Integer> open = new TreeSet<>();
    Set<String> costCentres = new TreeSet<>();
    String text = text(journal);
    char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    try (var csv = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        row.findField("date")
            .filter(date -> date.matches("\\d{4}-.*"))
            .ifPresent(date -> open.add(Integer.parseInt(date.substring(0, 4))));
        row.findField("cost_centre").filter(code -> !code.isEmpty()).ifPresent(costCentres::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(year -> years.open(org, year, Books.MAKER));
    costCentres.forEach(code -> organizations.createCostCentre(org, code, code, Books.MAKER));
    return org;
  }

  private static NewAccount account(NamedCsvRecord row) {
    AccountType type = AccountType.valueOf(row.getField("type").toUpperCase(Locale.ROOT));
    NewAccount account =
        row.getField("postable").equals("1")
            ? NewAccount.of(row.getField("code"), row.getField("name"), type)
            : NewAccount.heading(row.getField("code"), row.getField("name"), type);
    String parent = row.getField("parent");
    return parent.isEmpty() ? account : account.under(parent);
  }

  private static BigDecimal amount(String text) {
    return text.isEmpty() ? new BigDecimal("0.00") : new BigDecimal(text);
  }

  static List<NamedCsvRecord> records(Path file) {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(text(file))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
