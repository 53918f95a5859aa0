package org.countinghouse.routes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.allocations.Statistics;
import org.countinghouse.assets.AssetRegister;
import org.countinghouse.assets.AssetsWorld;
import org.countinghouse.budgets.Budget;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.routes.testing.RouteTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What controllers make in a spreadsheet and drop: assets, budgets, statistics. */
@RouteTest
class TableChannelTests {

  @Autowired AssetsWorld world;
  @Autowired Inbox inbox;
  @Autowired AssetRegister register;
  @Autowired Budgets budgets;
  @Autowired Statistics statistics;

  private UUID org = new UUID(0, 0);

  @BeforeEach
  void newCompany() {
    org = world.company().id();
  }

  @Test
  void workbookOfAssetsIsEntered() throws IOException {
    InboxRecord taken = drop("assets", "machines.xlsx", workbook());
    assertThat(taken.document().state()).as("%s", taken).isEqualTo(InboxState.ACCEPTED);
    assertThat(register.list(new AssetRegister.Query(org, null, null, null, 10, 0)))
        .singleElement()
        .satisfies(
            asset -> {
              assertThat(asset.name()).isEqualTo("Lathe");
              assertThat(asset.terms().inServiceOn()).isEqualTo(LocalDate.of(2025, 3, 31));
            });
  }

  @Test
  void fileWithFaultsIsRejectedWithAllOfThem() {
    InboxRecord rejected =
        drop(
            "assets",
            "machines.csv",
            """
            name,category,cost,acquired_on,cost_centre
            Lathe,MACHINES,12.00,2025-03-31,CC100
            Drill,TOOLS,abc,2025-03-31,CC100
            Mill,TOOLS,10.00,2025-03-31,CC100
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(rejected.document().state()).isEqualTo(InboxState.REJECTED);
    assertThat(rejected.errors())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            tuple("row 3", "tables.number"), tuple("row 4", "assets.category-unknown"));
    assertThat(register.list(new AssetRegister.Query(org, null, null, null, 10, 0))).isEmpty();
  }

  @Test
  void budgetIsNamedByItsFile() {
    byte[] content = "account,cost_centre,year\n6220,CC100,1200\n".getBytes(StandardCharsets.UTF_8);
    assertThat(drop("budgets", "BUDGET-2025 draft.csv", content).document().state())
        .isEqualTo(InboxState.ACCEPTED);
    assertThat(budgets.list(org))
        .extracting(Budget::code, Budget::fiscalYear, Budget::version, Budget::state)
        .containsExactly(tuple("BUDGET", 2025, 1, Budget.State.DRAFT));
    InboxRecord nameless =
        drop("budgets", "plan.csv", "account,year\n6220,1\n".getBytes(StandardCharsets.UTF_8));
    assertThat(nameless.errors())
        .extracting(Finding::message)
        .first()
        .asString()
        .contains("BUDGET-2026.xlsx");
  }

  @Test
  void statisticsAreTaken() {
    statistics.create(org, new Statistics.Statistic("AREA", "Area", "m²"), AssetsWorld.ACCOUNTANT);
    InboxRecord taken =
        drop(
            "statistics",
            "area.csv",
            "statistic;cost_centre;valid_from;quantity\nAREA;CC100;2025-01;120.5\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(taken.document().state()).as("%s", taken).isEqualTo(InboxState.ACCEPTED);
    assertThat(statistics.values(org, "AREA", YearMonth.of(2025, 6))).hasSize(1);
  }

  private InboxRecord drop(String channel, String name, byte[] content) {
    UUID id = inbox.receive(org, channel, name, content).id();
    await().atMost(Duration.ofSeconds(15)).until(() -> !inbox.show(id).document().state().isOpen());
    return inbox.show(id);
  }

  /** As Excel saves it: numbers are numbers, dates are dates. */
  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("Assets");
      var header = sheet.createRow(0);
      List<String> names =
          List.of("Name", "Category", "Cost", "Acquired_on", "Cost_centre", "Life_months");
      for (int i = 0; i < names.size(); i++) {
        header.createCell(i).setCellValue(names.get(i));
      }
      var row = sheet.createRow(2);
      row.createCell(0).setCellValue("Lathe");
      row.createCell(1).setCellValue("MACHINES");
      row.createCell(2).setCellValue(12_345.60);
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
      row.createCell(3).setCellValue(LocalDate.of(2025, 3, 31));
      row.getCell(3).setCellStyle(date);
      row.createCell(4).setCellValue("CC100");
      row.createCell(5).setCellValue(96);
      workbook.write(out);
      return out.toByteArray();
    }
  }
}
