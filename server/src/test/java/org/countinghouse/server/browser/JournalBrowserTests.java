package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.access.Actor;
import org.countinghouse.access.ApprovalLimit;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.access.Roles;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournalFilter;
import org.countinghouse.journals.ManualJournalState;
import org.countinghouse.journals.ManualJournals;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A manual journal, used by people: uploaded with mistakes, corrected, handed in, approved. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class JournalBrowserTests {

  private static final Actor SETUP = Actor.system("test");

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Roles roles;
  @Autowired ApprovalLimits limits;
  @Autowired ManualJournals journals;
  @Autowired JdbcTemplate jdbc;

  private Organization company;

  @BeforeEach
  void companyWithAChart() {
    company =
        organizations.create(
            new NewOrganization(
                "JOURNALUI",
                "Harbour Rentals Ltd",
                "GB",
                Currency.getInstance("GBP"),
                ZoneId.of("Europe/London"),
                Locale.UK,
                MonthDay.of(1, 1)),
            SETUP);
    List.of("accountant", "controller")
        .forEach(role -> roles.grant(role, role, company.id(), SETUP));
    limits.set(
        new ApprovalLimit(
            company.id(), "controller", null, "manual-journal", null, Money.of("100000", "GBP")),
        SETUP);
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1200", "Bank current account", AccountType.ASSET),
            NewAccount.of("2109", "Accruals", AccountType.LIABILITY),
            NewAccount.of("7100", "Rent", AccountType.EXPENSE).perCostCentre(),
            NewAccount.of("7200", "Electricity", AccountType.EXPENSE)),
        SETUP);
    organizations.createCostCentre(company.id(), "CC100", "Warehouse", SETUP);
    years.open(company.id(), 2025, SETUP);
  }

  @Test
  void peopleUploadCorrectHandInAndApproveInTasklist(@TempDir Path folder) throws IOException {
    Path wrong = workbook(folder.resolve("accruals-wrong.xlsx"), "", "9999", "1480.55");
    Path right = workbook(folder.resolve("accruals.xlsx"), "CC100", "2109", "18480.55");
    try (Browser accountant = Browser.open("http://localhost:" + port, "en-GB")) {
      accountant.logIn("/camunda/app/tasklist/", "accountant", "countinghouse");
      accountant.read("Start process");
      accountant.click(By.partialLinkText("Start process"));
      accountant.click(By.partialLinkText("Enter a journal"));
      accountant.read("Type the lines");
      accountant.click(By.xpath("//option[contains(., 'JOURNALUI')]"));
      accountant.read("Posting date");
      enterDay(accountant, "2025-06-30");
      accountant
          .see(By.cssSelector(".ch-when input[type=text]"))
          .sendKeys("Accrued rent and electricity of June");
      upload(accountant, wrong);
      accountant.read("accruals-wrong.xlsx has 2 findings");
      accountant.read("Row 4");
      accountant.read("There is no account 9999");
      accountant.read("Account 7100 needs a cost-centre");
      accountant.photograph("journal-findings");

      upload(accountant, right);
      accountant.read("accruals.xlsx: 3 lines read, nothing wrong");
      accountant.click(By.xpath("//option[contains(., 'Accrual: reverse it later')]"));
      scrollTo(accountant, By.cssSelector(".ch-save")).click();
      accountant.read("MJ-2025-000001 is saved");
      accountant.photograph("journal-entry");
      accountant.click(By.xpath("//button[normalize-space(.)='Start']"));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> only().state() == ManualJournalState.SUBMITTED);
    }
    approve();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(only().state()).isEqualTo(ManualJournalState.POSTED));
    assertThat(only().approvedBy()).isEqualTo("controller");
    assertThat(only().reverseOn()).hasToString("2025-07-01");
  }

  private void approve() {
    try (Browser controller = Browser.open("http://localhost:" + port, "en-GB")) {
      controller.logIn("/camunda/app/tasklist/", "controller", "countinghouse");
      controller.read("My roles' tasks");
      controller.go("/camunda/app/tasklist/default/#/?task=" + decisionTask());
      controller.driver().navigate().refresh();
      controller.click(By.xpath("//button[contains(normalize-space(.), 'Claim')]"));
      controller.read("Accrued rent and electricity of June");
      controller.read("18,480.55");
      scrollTo(controller, By.cssSelector("input[value=APPROVE]")).click();
      controller.driver().executeScript("document.querySelector('.ch-head').scrollIntoView()");
      controller.photograph("journal-approval");
      controller.click(By.xpath("//button[@type='submit' and contains(., 'Complete')]"));
    }
  }

  /** Rent and electricity against an account, with a blank row between header and lines. */
  private static Path workbook(Path file, String costCentre, String against, String rent)
      throws IOException {
    try (var workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      var sheet = workbook.createSheet("Journal");
      List<String> header = List.of("account", "debit", "credit", "cost_centre", "text");
      var first = sheet.createRow(0);
      for (int column = 0; column < header.size(); column++) {
        first.createCell(column).setCellValue(header.get(column));
      }
      var one = sheet.createRow(1);
      one.createCell(0).setCellValue("7100");
      one.createCell(1).setCellValue(Double.parseDouble(rent));
      one.createCell(3).setCellValue(costCentre);
      one.createCell(4).setCellValue("Warehouse, June");
      var two = sheet.createRow(2);
      two.createCell(0).setCellValue("7200");
      two.createCell(1).setCellValue(612.4);
      var three = sheet.createRow(3);
      three.createCell(0).setCellValue(against);
      three.createCell(2).setCellFormula("B2+B3");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(out);
    }
    return file;
  }

  private static void upload(Browser person, Path file) {
    person
        .driver()
        .findElement(By.cssSelector(".ch-upload input[type=file]"))
        .sendKeys(file.toString());
  }

  /** The order in which a date is typed is the machine's, so it is set instead. */
  private static void enterDay(Browser person, String day) {
    WebElement input = person.see(By.cssSelector(".ch-when input[type=date]"));
    person
        .driver()
        .executeScript(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))",
            input,
            day);
  }

  private static WebElement scrollTo(Browser person, By what) {
    WebElement element = person.see(what);
    person.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    return element;
  }

  private ManualJournal only() {
    return journals.list(new ManualJournalFilter(company.id(), null, null, null, 10, 0)).get(0);
  }

  private String decisionTask() {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc
                    .queryForList(
                        "select id_ from workflow.act_ru_task where task_def_key_ ="
                            + " 'Task_DecideApproval' and tenant_id_ = ?",
                        String.class,
                        company.code())
                    .stream()
                    .findFirst()
                    .orElse(null),
            id -> id != null);
  }
}
