package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.countinghouse.server.testing.SystemTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** One supplier invoice from the drop folder to the books, by people in front of Tasklist. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class InvoiceBrowserTests {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final By COMPLETE = By.cssSelector("button[ng-click='complete()']");

  @LocalServerPort int port;
  @Autowired JdbcTemplate jdbc;
  @Autowired BookVerifier books;

  @Value("${countinghouse.data-directory}/demo/elbe-papier-1.xml")
  Path invoice;

  @Value("${countinghouse.exchange.directory}")
  Path exchange;

  @Test
  void droppedInvoiceIsCodedApprovedAndPosted() throws IOException {
    Path drop = exchange.resolve("HBDE/in/supplier-invoices");
    Files.copy(invoice, drop.resolve("elbe-papier-1.xml.part"));
    Files.move(drop.resolve("elbe-papier-1.xml.part"), drop.resolve("elbe-papier-1.xml"));

    try (Browser clerk = Browser.open("http://localhost:" + port, "en-GB")) {
      clerk.logIn("/camunda/app/tasklist/", "ap-clerk", "countinghouse");
      clerk.read("My roles' tasks");
      open(clerk, "Task_CodeInvoice");
      clerk.read("Elbe Papier GmbH");
      clerk.photograph("invoice-coding");
      clerk.click(By.xpath("//button[contains(., 'Save the coding')]"));
      clerk.read("Complete sends it to approval");
      choose(clerk, "CODED");
      clerk.click(COMPLETE);
    }
    try (Browser head = Browser.open("http://localhost:" + port, "de-DE")) {
      head.logIn("/camunda/app/tasklist/", "department-head", "countinghouse");
      head.read("Countinghouse");
      open(head, "Task_DecideApproval");
      head.read("Elbe Papier GmbH");
      head.read("4.098,36");
      choose(head, "APPROVE");
      head.photograph("invoice-approval");
      head.click(COMPLETE);
    }

    await().atMost(PATIENCE).until(() -> state().equals("POSTED"));
    assertThat(
            jdbc.queryForObject(
                """
                select count(*) from finance.journals j
                  join finance.supplier_invoices i on i.journal_id = j.id
                 where i.number like 'R-%-00001' and i.state = 'POSTED'
                """,
                Long.class))
        .isEqualTo(1);
    assertThat(books.verify()).allMatch(CheckResult::holds);
  }

  private String state() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select state from finance.supplier_invoices order by id desc limit 1", String.class));
  }

  /** Chooses a card; on a small screen it stands below the edge. */
  private static void choose(Browser person, String value) {
    WebElement card = person.see(By.cssSelector("input[value=" + value + "]"));
    person.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", card);
    card.click();
  }

  /** Opens the newest such task by its address and claims it. */
  private void open(Browser person, String task) {
    person.go("/camunda/app/tasklist/default/#/?task=" + newest(task));
    person.driver().navigate().refresh();
    person.click(
        By.xpath(
            "//button[contains(normalize-space(.), 'Claim')"
                + " or contains(normalize-space(.), 'übernehmen')]"));
  }

  private String newest(String task) {
    return await()
        .atMost(PATIENCE)
        .until(() -> tasks(task).stream().findFirst().orElse(null), Objects::nonNull);
  }

  private List<String> tasks(String task) {
    return jdbc.queryForList(
        """
        select id_ from workflow.act_ru_task
         where task_def_key_ = ? and tenant_id_ = 'HBDE' order by create_time_ desc
        """,
        String.class,
        task);
  }
}
