package org.countinghouse.reporting.report.trialbalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class TrialBalanceReportTests {

  private static final LocalDate JAN_15 = LocalDate.of(2025, 1, 15);
  private static final LocalDate FEB_20 = LocalDate.of(2025, 2, 20);

  @Autowired MonthBooks books;
  @Autowired Reports reports;
  @Autowired TrialBalances trialBalances;
  @Autowired JdbcTemplate jdbc;

  @Test
  void csvIsExactlyTheExpectedFile() throws IOException {
    Company company = books.company();
    books.sell(company, JAN_15, "S1", "1190.00");
    books.payRent(company, FEB_20, "R1", "400.05");
    ReportTable table = run(company, Map.of("asOf", "2025-02-28"));

    assertThat(written(table, ReportFormat.CSV))
        .asString()
        .isEqualToNormalizingNewlines(expected());
  }

  @Test
  void agreesWithTheLedgerAndWithPlainSqlAsOfAnyDateAndAsKnownAtAnyInstant() {
    Company company = books.company();
    Random random = new Random(7);
    List<Instant> instants = new ArrayList<>(List.of(Instant.parse("2020-01-01T00:00:00Z")));
    for (int i = 0; i < 30; i++) {
      LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(120));
      String euro = BigDecimal.valueOf(1 + random.nextInt(99_999), 2).toString();
      Instant recordedAt =
          random.nextBoolean()
              ? books.sell(company, day, "S" + i, euro).recordedAt()
              : books.payRent(company, day, "R" + i, euro).recordedAt();
      instants.add(recordedAt);
    }
    for (int i = 0; i < 40; i++) {
      LocalDate asOf = LocalDate.of(2024, 12, 20).plusDays(random.nextInt(150));
      Instant knownAt = instants.get(random.nextInt(instants.size()));
      Map<String, BigDecimal> bySql = plainSql(company, asOf, knownAt);

      assertThat(balances(run(company, asOf, knownAt)))
          .as("as of %s known at %s", asOf, knownAt)
          .isEqualTo(bySql);
      assertThat(
              trialBalances.asOf(company.id(), asOf, knownAt).rows().stream()
                  .collect(
                      Collectors.toMap(
                          row -> row.account(), row -> row.balance().stripTrailingZeros())))
          .isEqualTo(bySql);
    }
  }

  @Test
  void workbookHoldsRealNumbersAndDatesAndTotalsThatAgree() throws IOException {
    Company company = books.company();
    books.sell(company, JAN_15, "S1", "1190.00");
    books.payRent(company, FEB_20, "R1", "0.10");
    books.payRent(company, FEB_20, "R2", "0.20");
    ReportTable table = run(company, Map.of("asOf", "2025-02-28"));

    try (var workbook =
        new XSSFWorkbook(new ByteArrayInputStream(written(table, ReportFormat.XLSX)))) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("Summen- und Saldenliste");
      Cell asOf = sheet.getRow(2).getCell(1);
      assertThat(DateUtil.isCellDateFormatted(asOf)).isTrue();
      assertThat(asOf.getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(LocalDate.of(2025, 2, 28));
      assertThat(sheet.getRow(5).getCell(1).getStringCellValue()).isEqualTo(table.contentHash());
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 8);

      Row total = sheet.getRow(sheet.getLastRowNum());
      for (int column = 4; column <= 6; column++) {
        Cell cell = total.getCell(column);
        assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA);
        BigDecimal cached = new BigDecimal(Double.toString(cell.getNumericCellValue()));
        assertThat(cached).isEqualByComparingTo(table.total(column).amount());
        BigDecimal calculated =
            new BigDecimal(
                Double.toString(
                    workbook
                        .getCreationHelper()
                        .createFormulaEvaluator()
                        .evaluate(cell)
                        .getNumberValue()));
        assertThat(calculated).isEqualByComparingTo(table.total(column).amount());
      }
      Cell name = sheet.getRow(9).getCell(1);
      assertThat(name.getCellType()).isEqualTo(CellType.STRING);
      assertThat(name.getStringCellValue()).startsWith("=Rent");
    }
  }

  @Test
  void sameFactsHaveTheSameHashInAnyLanguage() {
    Company company = books.company();
    books.sell(company, JAN_15, "S1", "10.00");
    Map<String, String> parameters =
        Map.of("asOf", "2025-01-31", "knownAt", Instant.parse("2099-01-01T00:00:00Z").toString());
    ReportTable english =
        reports.run("trial-balance", company.organization(), parameters, Locale.ENGLISH);
    ReportTable german =
        reports.run("trial-balance", company.organization(), parameters, Locale.GERMAN);

    assertThat(english.contentHash()).isEqualTo(german.contentHash());
    assertThat(english.title()).isNotEqualTo(german.title());
    books.sell(company, JAN_15, "S2", "0.01");
    assertThat(
            reports
                .run("trial-balance", company.organization(), parameters, Locale.ENGLISH)
                .contentHash())
        .isNotEqualTo(english.contentHash());
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    Company company = books.company();
    assertThatThrownBy(() -> run(company, Map.of("asOf", "31.01.2025")))
        .hasMessageContaining("2026-10-31");
    assertThatThrownBy(() -> run(company, Map.of("asof", "2025-01-31")))
        .hasMessageContaining("asOf, compare, from, knownAt");
    assertThatThrownBy(
            () -> reports.run("ageing", company.organization(), Map.of(), Locale.ENGLISH))
        .hasMessageContaining("trial-balance");
  }

  private ReportTable run(Company company, LocalDate asOf, Instant knownAt) {
    return run(company, Map.of("asOf", asOf.toString(), "knownAt", knownAt.toString()));
  }

  private ReportTable run(Company company, Map<String, String> parameters) {
    return reports.run("trial-balance", company.organization(), parameters, Locale.GERMANY);
  }

  private byte[] written(ReportTable table, ReportFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reports.write(table, format, Locale.GERMANY, out);
    if (Boolean.getBoolean("keep.reports")) {
      Files.write(Path.of("target", reports.fileName(table, format)), out.toByteArray());
    }
    return out.toByteArray();
  }

  private static String expected() throws IOException {
    try (var in = TrialBalanceReportTests.class.getResourceAsStream("expected.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, BigDecimal> balances(ReportTable table) {
    return table.rows().stream()
        .collect(
            Collectors.toMap(
                row -> (String) row.get(0),
                row -> ((Money) row.get(6)).amount().stripTrailingZeros(),
                (a, b) -> a,
                TreeMap::new));
  }

  /** What anybody would write who knows nothing of kept balances. */
  private Map<String, BigDecimal> plainSql(Company company, LocalDate asOf, Instant knownAt) {
    Map<String, BigDecimal> balances = new TreeMap<>();
    jdbc.query(
        """
        select l.account, sum(l.base_amount)
          from finance.journal_lines l join finance.journals j on j.id = l.journal_id
         where l.organization_id = ? and l.posting_date <= ? and j.recorded_at <= ?
         group by l.account
        """,
        row -> {
          balances.put(row.getString(1), row.getBigDecimal(2).stripTrailingZeros());
        },
        company.id(),
        asOf,
        java.sql.Timestamp.from(knownAt));
    return balances;
  }
}
