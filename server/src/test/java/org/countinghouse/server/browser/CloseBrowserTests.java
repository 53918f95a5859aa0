package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.countinghouse.close.ManualItem.Evidence.DOCUMENT;
import static org.countinghouse.close.ManualItem.Evidence.NOTE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.countinghouse.access.Actor;
import org.countinghouse.access.Roles;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.close.ManualItem;
import org.countinghouse.close.ManualItems;
import org.countinghouse.close.SignOffs;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.SystemTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The forms of the month-end, used by people. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class CloseBrowserTests {

  private static final Actor SETUP = Actor.system("test");
  private static int count;
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
  private static final By COMPLETE =
      By.xpath("//button[@type='submit' and contains(., 'Complete')]");

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Ledger ledger;
  @Autowired Roles roles;
  @Autowired Closings closings;
  @Autowired ManualItems items;
  @Autowired SignOffs signOffs;
  @Autowired JdbcTemplate jdbc;
  @TempDir Path directory;

  private Organization company;

  @BeforeEach
  void companyWithSalesInTwoMonths() {
    company =
        organizations.create(
            new NewOrganization(
                "CLOSEUI" + ++count,
                "Harbour Outfitters Ltd",
                "GB",
                Currency.getInstance("GBP"),
                ZoneId.of("Europe/London"),
                Locale.UK,
                MonthDay.of(1, 1)),
            SETUP);
    List.of("accountant", "controller", "cfo")
        .forEach(role -> roles.grant(role, role, company.id(), SETUP));
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1200", "Bank current account", AccountType.ASSET),
            NewAccount.of("4000", "Sales", AccountType.INCOME),
            NewAccount.of("7100", "Rent", AccountType.EXPENSE)),
        SETUP);
    years.open(company.id(), 2025, SETUP);
    post(JANUARY.atDay(10), "1200", "4000", "48210.35");
    post(JANUARY.atDay(31), "7100", "1200", "2400.00");
    post(FEBRUARY.atDay(3), "1200", "4000", "31007.80");
  }

  @Test
  void peopleStartReviewAndApproveInTasklist() {
    try (Browser accountant = Browser.open("http://localhost:" + port, "en-GB")) {
      accountant.logIn("/camunda/app/tasklist/", "accountant", "countinghouse");
      accountant.read("Start process");
      startFromTheForm(accountant);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> closings.underWay(company.id(), JANUARY).isPresent());

      Closing blocked = closings.start(company.id(), FEBRUARY, Actor.of("accountant"));
      open(accountant, "Task_SettleOpenItems", blocked.number());
      accountant.read("This month cannot be closed yet");
      accountant.read("Close 2025-01 first.");
      accountant.photograph("close-open-items");

      open(accountant, "Task_ReviewTrialBalance", "CLOSE-2025-01-1");
      accountant.read("48,210.35");
      accountant.photograph("close-trial-balance");
      choose(accountant, "SUBMIT");
      accountant.photograph("close-review");
      accountant.click(COMPLETE);
    }
    try (Browser cfo = Browser.open("http://localhost:" + port, "en-GB")) {
      cfo.logIn("/camunda/app/tasklist/", "cfo", "countinghouse");
      cfo.read("My roles' tasks");
      open(cfo, "Task_DecideApproval", "CLOSE-2025-01-1");
      cfo.read("48,210.35");
      choose(cfo, "APPROVE");
      cfo.photograph("close-approval");
      cfo.click(COMPLETE);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(closings.list(company.id(), JANUARY).get(0).state())
                    .isEqualTo(Closing.State.CLOSED));
  }

  @Test
  void ownersSignOffAgainWhatMovedAndReviewersSeeWhatChanged() throws IOException {
    item("manual.bank-reconciled", "Bank reconciled", "Bank abgestimmt", "accountant", DOCUMENT);
    item("manual.rent-plausible", "Rent plausible", "Miete plausibel", "controller", NOTE);
    Closing closing = closings.start(company.id(), JANUARY, Actor.of("accountant"));
    Path statement = Files.writeString(directory.resolve("statement.txt"), "31 Jan: 45,810.35");
    try (Browser controller = Browser.open("http://localhost:" + port, "en-GB")) {
      controller.logIn("/camunda/app/tasklist/", "controller", "countinghouse");
      controller.read("My roles' tasks");
      open(controller, "Task_SignOffItem", closing.number() + "/manual.rent-plausible");
      signOff(controller, "agrees with the lease", null, "close-sign-off");
    }
    try (Browser accountant = Browser.open("http://localhost:" + port, "en-GB")) {
      accountant.logIn("/camunda/app/tasklist/", "accountant", "countinghouse");
      accountant.read("Start process");
      open(accountant, "Task_SettleOpenItems", closing.number());
      accountant.read("To be signed off by: accountant");
      accountant.photograph("close-sign-offs-missing");
      open(accountant, "Task_SignOffItem", closing.number() + "/manual.bank-reconciled");
      signOff(accountant, "agrees with the statement", statement, "close-sign-off-document");

      idOf("Task_ReviewTrialBalance", closing.number()); // nobody had to ask again
      post(JANUARY.atDay(30), "7100", "1200", "15.50");
      signOffs.decertifyMoved(); // unless the watch was quicker
      open(accountant, "Task_SignOffItem", closing.number() + "/manual.bank-reconciled");
      accountant.read("Moved since accountant signed it off");
      accountant.photograph("close-signed-off-again");
      open(accountant, "Task_ReviewTrialBalance", closing.number());
      accountant.read("Result not carried forward yet");
      accountant.photograph("close-review-in-short");
    }
    jdbc.update("update shared.users set locale = 'de' where username = 'accountant'");
    try (Browser german = Browser.open("http://localhost:" + port, "de-DE")) {
      german.logIn("/camunda/app/tasklist/", "accountant", "countinghouse");
      german.read("Prozess starten");
      look(german, "Task_SignOffItem", closing.number() + "/manual.bank-reconciled");
      german.read("Bewegt, seit accountant abgezeichnet hat");
      german.photograph("close-sign-off-german");
      look(german, "Task_ReviewTrialBalance", closing.number());
      german.read("Noch nicht vorgetragenes Ergebnis");
      german.photograph("close-review-german");
    } finally {
      jdbc.update("update shared.users set locale = 'en' where username = 'accountant'");
    }
  }

  private void item(String key, String en, String de, String owner, ManualItem.Evidence evidence) {
    items.put(
        new ManualItem(
            Ids.next(),
            company.id(),
            key,
            new Title(en, de),
            "Compare the balance with what the other side says.",
            owner,
            List.of(),
            evidence,
            ManualItem.Frequency.MONTHLY,
            Set.of(owner.equals("accountant") ? "1200" : "7100")),
        Actor.of("cfo"));
  }

  private static void signOff(Browser person, String note, @Nullable Path proof, String picture) {
    person.read("your signature is void");
    person.see(By.cssSelector(".ch-form textarea")).sendKeys(note);
    if (proof != null) {
      person.see(By.cssSelector(".ch-form input[type=file]")).sendKeys(proof.toString());
      person.read("Stored: " + proof.getFileName());
    }
    person.photograph(picture);
    person.click(COMPLETE);
  }

  private void startFromTheForm(Browser accountant) {
    accountant.click(By.partialLinkText("Start process"));
    accountant.click(By.partialLinkText("Close a month"));
    accountant.read("Everything open is checked");
    accountant.click(By.xpath("//option[contains(., '" + company.code() + "')]"));
    var month = accountant.see(By.cssSelector(".ch-form input[placeholder='2026-10']"));
    month.clear();
    month.sendKeys(JANUARY.toString());
    accountant.photograph("close-start");
    accountant.click(By.xpath("//button[normalize-space(.)='Start']"));
  }

  /** Chooses a card; on a small screen it stands below the edge. */
  private static void choose(Browser person, String value) {
    WebElement card = person.see(By.cssSelector("input[value=" + value + "]"));
    person.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", card);
    card.click();
  }

  /** Opens a task by its address and claims it, as everybody has to before working on it. */
  private void open(Browser person, String task, String businessKey) {
    look(person, task, businessKey);
    person.click(By.xpath("//button[contains(normalize-space(.), 'Claim')]"));
  }

  /** Opens a task by its address. */
  private void look(Browser person, String task, String businessKey) {
    person.go("/camunda/app/tasklist/default/#/?task=" + idOf(task, businessKey));
    person.driver().navigate().refresh();
  }

  private String idOf(String task, String businessKey) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                jdbc
                    .queryForList(
                        """
                        select t.id_ from workflow.act_ru_task t
                          join workflow.act_ru_execution e on e.id_ = t.proc_inst_id_
                         where t.task_def_key_ = ? and e.business_key_ = ? and t.tenant_id_ = ?
                        """,
                        String.class,
                        task,
                        businessKey,
                        company.code())
                    .stream()
                    .findFirst()
                    .orElse(null),
            id -> id != null);
  }

  private void post(LocalDate day, String debit, String credit, String amount) {
    ledger.post(
        new JournalDraft(
            company.id(),
            day,
            "Test of " + day,
            "ledger",
            day.toString(),
            List.of(
                DraftLine.debit(debit, Money.of(amount, "GBP")),
                DraftLine.credit(credit, Money.of(amount, "GBP")))),
        SETUP);
  }
}
