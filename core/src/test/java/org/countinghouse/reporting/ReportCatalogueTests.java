package org.countinghouse.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every report there is keeps what docs/how-to/add-a-report.md promises of it. */
@DatabaseTest
class ReportCatalogueTests {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  @Autowired Reports reports;
  @Autowired MonthBooks books;

  @TestFactory
  Stream<DynamicTest> everyReportIsWrittenInEveryFormatAndLanguage() {
    Company company = books.company();
    books.sell(company, LocalDate.of(2025, 1, 15), "S1", "1190.00");
    return reports.list().stream()
        .filter(report -> report.requiredParameters().isEmpty() && report.supportsOrganizations())
        .flatMap(
            report ->
                LANGUAGES.stream()
                    .map(
                        language ->
                            DynamicTest.dynamicTest(
                                report.name() + " " + language,
                                () -> check(report, company, language))));
  }

  private void check(Report report, Company company, Locale language) throws IOException {
    assertThat(report.name()).matches("[a-z]+(-[a-z]+)*");
    assertThat(report.getClass().getPackageName())
        .endsWith(".report." + report.name().replace("-", ""));
    ReportTable table = reports.run(report.name(), company.organization(), Map.of(), language);
    assertThat(table.title()).isNotBlank();
    assertThat(table.columns()).extracting(Column::key).doesNotHaveDuplicates();
    assertThat(reports.run(report.name(), company.organization(), asText(table), language))
        .as("run again with the parameters it names, it says the same")
        .satisfies(again -> assertThat(again.contentHash()).isEqualTo(table.contentHash()));

    String csv = new String(written(table, ReportFormat.CSV, language), StandardCharsets.UTF_8);
    List<String> heading = new ArrayList<>(table.columns().stream().map(Column::key).toList());
    if (table.isOutlined()) {
      heading.addAll(List.of("rowKind", "rowLevel"));
    }
    assertThat(csv.lines().findFirst()).contains(String.join(",", heading));
    assertThat(csv.lines().count()).isEqualTo(table.rows().size() + 1L);
    JsonNode json = new ObjectMapper().readTree(written(table, ReportFormat.JSON, language));
    assertThat(json.get("rows")).hasSize(table.rows().size());
    try (var workbook =
        new XSSFWorkbook(new ByteArrayInputStream(written(table, ReportFormat.XLSX, language)))) {
      assertThat(workbook.getSheetAt(0).getPaneInformation().isFreezePane()).isTrue();
    }
  }

  private static Map<String, String> asText(ReportTable table) {
    return table.parameters().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
  }

  private byte[] written(ReportTable table, ReportFormat format, Locale language)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reports.write(table, format, language, out);
    return out.toByteArray();
  }
}
