package org.countinghouse.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ChartBooks;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.testing.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the workbooks hold, read by POI and calculated anew by LibreOffice where it is installed.
 */
@DatabaseTest
class WorkbookTests {

  private static final Map<String, Map<String, String>> REPORTS =
      new TreeMap<>(
          Map.of(
              "trial-balance",
              Map.of("asOf", "2025-06-30", "from", "2025-01-01", "compare", "previous-year"),
              "profit-and-loss",
              Map.of("to", "2025-06-30", "compare", "previous-year", "detail", "accounts"),
              "balance-sheet",
              Map.of("asOf", "2025-06-30", "compare", "previous-quarter", "detail", "accounts"),
              "cash-flow",
              Map.of("to", "2025-06-30", "compare", "previous-year"),
              "general-ledger",
              Map.of("from", "2024-07-01", "to", "2025-06-30"),
              "journal-register",
              Map.of("from", "2025-01-01", "to", "2025-06-30"),
              "aged-payables",
              Map.of("asOf", "2025-06-30")));

  /** Without it LibreOffice trusts the cached values of some makers of files. */
  private static final String ALWAYS_CALCULATE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
      <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """;

  @Autowired ChartBooks books;
  @Autowired Reports reports;
  @TempDir Path folder;

  @Test
  void everyFormulaGivesWhatIsStoredWhenLibreOfficeCalculatesIt() throws Exception {
    Path soffice = libreOffice();
    assumeTrue(soffice != null, "LibreOffice is not installed: no formula was calculated anew");
    Organization company = books.company("GB");
    books.postAtRandom(company, 120, 3);
    List<Path> workbooks = new ArrayList<>();
    for (var report : REPORTS.entrySet()) {
      workbooks.add(write(company, report.getKey(), report.getValue()));
    }
    workbooks.add(ledgerOverManySheets(company));
    Path control = control();
    Path calculated = calculate(soffice, Stream.concat(workbooks.stream(), Stream.of(control)));

    assertThat(formulas(calculated.resolve(control.getFileName())).values())
        .as("LibreOffice does calculate: it mends a wrong value")
        .containsExactly("3.0000");
    for (Path workbook : workbooks) {
      assertThat(formulas(calculated.resolve(workbook.getFileName())))
          .as(workbook.getFileName().toString())
          .isEqualTo(formulas(workbook))
          .isNotEmpty();
    }
  }

  @Test
  void aSheetThatIsFullGoesOnInAnotherAndSumsReachAcross() throws Exception {
    Organization company = books.company("US");
    for (int i = 1; i <= 9; i++) {
      books.post(company, LocalDate.of(2025, 1, i), "10100", "40100", i + ".00");
    }
    try (InputStream file = Files.newInputStream(ledgerOverManySheets(company));
        XSSFWorkbook workbook = new XSSFWorkbook(file)) {
      assertThat(workbook.getNumberOfSheets()).isGreaterThan(1);
      Map<String, Double> closings = new TreeMap<>();
      for (Sheet sheet : workbook) {
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getRepeatingRows()).isNotNull();
        for (Row row : sheet) {
          if (row.getCell(3) != null && row.getCell(3).toString().equals("Closing balance")) {
            closings.put(row.getCell(0).toString(), row.getCell(11).getNumericCellValue());
            assertThat(row.getCell(11).getCellType()).isEqualTo(CellType.FORMULA);
          }
        }
      }
      assertThat(closings).containsEntry("10100", 45.0).containsEntry("40100", -45.0);
      var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA
                && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
              assertThat(evaluator.evaluate(cell).getNumberValue())
                  .as(sheet.getSheetName() + "!" + cell.getAddress())
                  .isEqualTo(cell.getNumericCellValue());
            }
          }
        }
      }
    }
  }

  @Test
  void textIsNeverAFormulaAndWhatXmlCannotHoldIsReplaced() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetRows rows = new SheetRows(out, new String[] {"A"});
    rows.beginRow(1);
    rows.text(0, 0, "=1+1 <&> \u0007 _x0041_ \uD83D\uDE00 \uD83D ä");
    rows.endRow();
    rows.flush();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("t=\"inlineStr\"")
        .contains("=1+1 &lt;&amp;&gt; \ufffd _x005F_x0041_ \uD83D\uDE00 \ufffd ä");
  }

  @Test
  void aReportOfTooManyRowsIsRefusedAsATableAndWrittenAsAFile() throws Exception {
    Organization company = books.company("DE");
    books.post(company, LocalDate.of(2025, 1, 2), "1800", "4400", "10.00");
    assertThatThrownBy(
            () ->
                reports.run("general-ledger", company, Map.of("account", "4400-"), Locale.ENGLISH))
        .hasMessageContaining("4000-4999");
    ReportTable table =
        reports.run("general-ledger", company, Map.of("account", "4400"), Locale.ENGLISH);
    Reports.Prepared prepared =
        reports.prepare(
            "general-ledger", ReportScope.of(company), parameters(table), Locale.ENGLISH);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    String hash = reports.write(prepared, ReportFormat.CSV, csv);
    assertThat(hash).isEqualTo(table.contentHash());
    assertThat(csv.toString(StandardCharsets.UTF_8).lines().count())
        .isEqualTo(table.rows().size() + 1L);
  }

  private static Map<String, String> parameters(ReportTable table) {
    Map<String, String> parameters = new TreeMap<>();
    table.parameters().forEach((name, value) -> parameters.put(name, value.toString()));
    return parameters;
  }

  private Path write(Organization company, String report, Map<String, String> parameters)
      throws IOException {
    Reports.Prepared prepared =
        reports.prepare(report, ReportScope.of(company), parameters, Locale.ENGLISH);
    Path file = folder.resolve(report + ".xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      reports.write(prepared, ReportFormat.XLSX, out);
    }
    keep(file);
    return file;
  }

  private Path ledgerOverManySheets(Organization company) throws IOException {
    ReportTable table =
        reports.run(
            "general-ledger",
            company,
            Map.of("from", "2025-01-01", "to", "2025-12-31"),
            Locale.ENGLISH);
    Path file = folder.resolve("general-ledger-sheets.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      var renderer =
          new StreamedXlsxRenderer(table, Locale.ENGLISH, "http://localhost:8080", out, 7);
      for (var row : table.rows()) {
        renderer.row(row);
      }
      renderer.end(table.contentHash());
    }
    return file;
  }

  /** For looking at: -Dkeep.reports=true leaves the workbooks in target. */
  private static void keep(Path file) throws IOException {
    if (Boolean.getBoolean("keep.reports")) {
      Path kept = Files.createDirectories(Path.of("target", "reports"));
      Files.write(kept.resolve(file.getFileName().toString()), Files.readAllBytes(file));
    }
  }

  /** A workbook whose cached value is wrong on purpose. */
  private Path control() throws IOException {
    Path file = folder.resolve("control.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Cell cell = workbook.createSheet("control").createRow(0).createCell(0);
      cell.setCellFormula("1+2");
      cell.setCellValue(99);
      workbook.write(out);
    }
    return file;
  }

  private Path calculate(Path soffice, Stream<Path> workbooks) throws Exception {
    Path out = Files.createDirectory(folder.resolve("calculated"));
    Path settings = Files.createDirectories(folder.resolve("profile").resolve("user"));
    Files.writeString(settings.resolve("registrymodifications.xcu"), ALWAYS_CALCULATE);
    List<String> command =
        new ArrayList<>(
            List.of(
                soffice.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                out.toString()));
    workbooks.map(Path::toString).forEach(command::add);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("LibreOffice ended").isTrue();
    return out;
  }

  /** The numbers formulas gave, to four decimals, by sheet and cell. */
  private static Map<String, String> formulas(Path file) throws IOException {
    Map<String, String> formulas = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA
                && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
              formulas.put(
                  sheet.getSheetName() + "!" + cell.getAddress(),
                  BigDecimal.valueOf(cell.getNumericCellValue())
                      .setScale(4, RoundingMode.HALF_UP)
                      .toPlainString());
            }
          }
        }
      }
    }
    return formulas;
  }

  private static @Nullable Path libreOffice() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "soffice"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
