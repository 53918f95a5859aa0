package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Payables;
import org.countinghouse.reconciliation.Reconciliation;
import org.countinghouse.server.testing.BankDesk;
import org.countinghouse.server.testing.InvoiceDesk;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a bank booked and nobody could explain, explained by the treasurer in Tasklist. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class BankBrowserTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String IBAN = "FR1420041010050500013M02606";
  private static final String SUPPLIER = "GB77BARC20201530093459";

  @LocalServerPort int port;
  @Autowired ChartOfAccounts chart;
  @Autowired BankAccounts accounts;
  @Autowired Organizations organizations;
  @Autowired Payables payables;
  @Autowired Periods periods;
  @Autowired Reconciliation reconciliation;
  @Autowired JdbcTemplate jdbc;

  @Value("${countinghouse.exchange.directory}")
  Path exchange;

  @Test
  void entriesAreTakenSplitBookedAndRuledUntilTheTaskEnds() {
    BankAccount account = deliver();
    try (Browser treasurer = Browser.open("http://localhost:" + port, "en-GB")) {
      treasurer.logIn("/camunda/app/tasklist/", "treasurer", "countinghouse");
      treasurer.read("My roles' tasks");
      treasurer.go("/camunda/app/tasklist/default/#/?task=" + task());
      treasurer.driver().navigate().refresh();
      treasurer.click(By.xpath("//button[contains(normalize-space(.), 'Claim')]"));
      await()
          .atMost(PATIENCE)
          .until(() -> treasurer.all(By.cssSelector(".disabled-form")).isEmpty());
      treasurer.read("Not explained yet (4)".toUpperCase(Locale.ROOT));

      open(treasurer, "Direct debit");
      treasurer.read("same amount");
      click(treasurer, in("Direct debit", "//li[contains(., '£137.46')]//button[.='Take']"));
      treasurer.read("Not explained yet (3)".toUpperCase(Locale.ROOT));

      open(treasurer, "Collected twice");
      treasurer.read("same account");
      click(treasurer, in("Collected twice", "//li[contains(., '£64.26')]//button[.='As a part']"));
      choose(treasurer, "Collected twice", "8200", "CC100");
      treasurer.read("Nothing is left of it");
      treasurer.photograph("bank-reconciliation");
      press(treasurer, "Collected twice", "Book");
      treasurer.read("Not explained yet (2)".toUpperCase(Locale.ROOT));

      open(treasurer, "Credit interest");
      press(treasurer, "Credit interest", "Book");
      treasurer.read("needs exactly one of payment, invoice and account");
      choose(treasurer, "Credit interest", "4906", "");
      press(treasurer, "Credit interest", "Book");
      treasurer.read("Not explained yet (1)".toUpperCase(Locale.ROOT));

      open(treasurer, "Terminal rental");
      choose(treasurer, "Terminal rental", "8200", "CC100");
      press(treasurer, "Terminal rental", "Make a rule from this");
      treasurer.read("Everything is explained: this task has ended.");
    }
    assertThat(reconciliation.count(account.organizationId(), account.id())).isZero();
    assertThat(
            jdbc.queryForList(
                "select c.basis || ' ' || c.account from finance.bank_clearing_v c join"
                    + " finance.bank_entries e on e.id = c.entry_id where e.bank_account_id = ?",
                String.class,
                account.id()))
        .containsExactlyInAnyOrder(
            "MANUAL 1280", "MANUAL 1280", "MANUAL 8200", "MANUAL 4906", "RULE 8200");
  }

  private BankAccount deliver() {
    var desk = new InvoiceDesk(payables, organizations, periods);
    var clerk = org.countinghouse.server.testing.Browser.of(port, "ap-clerk");
    var head = org.countinghouse.server.testing.Browser.of(port, "department-head");
    desk.post(clerk, desk.receive("114.55", Actor.system("inbox")), head);
    desk.post(clerk, desk.receive("53.55", Actor.system("inbox")), head);
    var bank = new BankDesk(chart, accounts, exchange);
    UUID british = organizations.byCode("HBUK").id();
    BankAccount account = bank.open(british, "SCREEN", IBAN, "1212");
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("-137.46", "Direct debit");
    entries.put("-70.00", "Collected twice " + SUPPLIER);
    entries.put("12.34", "Credit interest");
    entries.put("-9.99", "Terminal rental 0815");
    bank.drop("screen.sta", BankDesk.statement(IBAN, 1, desk.day(), "0.00", entries, "-205.11"));
    return account;
  }

  private String task() {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc
                    .queryForList(
                        "select t.id_ from workflow.act_ru_task t join workflow.act_ru_execution e"
                            + " on e.id_ = t.proc_inst_id_ where e.business_key_ = 'SCREEN'",
                        String.class)
                    .stream()
                    .findFirst()
                    .orElse(null),
            id -> id != null);
  }

  private static void open(Browser person, String text) {
    press(person, text, "Explain");
    person.see(in(text, "//button[normalize-space(.)='Close']"));
  }

  private static void press(Browser person, String text, String button) {
    click(person, in(text, "//button[normalize-space(.)='%s']".formatted(button)));
  }

  /** Clicks it once it stands still: what was claimed moves up. */
  private static void click(Browser person, By what) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(WebDriverException.class)
        .until(
            () -> {
              scrollTo(person, what).click();
              return true;
            });
  }

  private static void choose(Browser person, String text, String account, String costCentre) {
    click(person, in(text, "//option[starts-with(., '%s ')]".formatted(account)));
    person.see(in(text, "//label[span[.='Cost centre']]//input")).sendKeys(costCentre);
  }

  /** Something of the entry with this text. */
  private static By in(String text, String what) {
    return By.xpath(
        "//div[contains(@class, 'ch-card')][contains(., '%s')]%s".formatted(text, what));
  }

  private static WebElement scrollTo(Browser person, By what) {
    WebElement element = person.see(what);
    person.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    return element;
  }
}
