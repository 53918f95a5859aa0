package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderFilter;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class MatchingBrowserTests {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @LocalServerPort int port;
  @Autowired JdbcTemplate jdbc;
  @Autowired Organizations organizations;
  @Autowired PurchaseOrders orders;

  @Value("${countinghouse.data-directory}/demo")
  Path demo;

  @Value("${countinghouse.exchange.directory}")
  Path exchange;

  @Test
  void anInvoiceThatIsTooDearIsDecidedLineByLineAndReturned() throws IOException {
    String number = drop();
    try (Browser buyer = Browser.open("http://localhost:" + port, "en-GB")) {
      buyer.logIn("/camunda/app/tasklist/", "buyer", "countinghouse");
      buyer.read("My roles' tasks");
      open(buyer, number);
      buyer.read("Price too high");
      assertThat(buyer.all(By.cssSelector("td.ch-differs"))).hasSizeGreaterThanOrEqualTo(3);
      for (WebElement row : buyer.all(By.cssSelector("tr.ch-remarks"))) {
        row.findElement(By.cssSelector("select option[value=DISPUTE]")).click();
        row.findElement(By.cssSelector("input[maxlength='1000']")).sendKeys("not as agreed");
      }
      buyer.photograph("invoice-match");
      buyer.click(By.xpath("//button[contains(., 'Save the decisions')]"));
      buyer.read("– not as agreed (buyer)");
      WebElement card = buyer.see(By.cssSelector("input[value=REJECT]"));
      buyer.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", card);
      card.click();
      buyer.see(By.cssSelector("textarea")).sendKeys("Please send it at the agreed price");
      buyer.click(By.cssSelector("button[ng-click='complete()']"));
    }
    await().atMost(PATIENCE).until(() -> state(number).equals("REJECTED"));
  }

  /** Drops the dearer invoice of the demo's order of paper; its number. */
  private String drop() throws IOException {
    PurchaseOrder order =
        orders
            .list(
                new OrderFilter(
                    organizations.byCode("HBDE").id(),
                    Set.of(PurchaseOrder.State.ISSUED),
                    null,
                    null,
                    "Envelopes",
                    1,
                    0))
            .get(0);
    String file = order.number() + "-invoice-dearer.xml";
    Path folder = exchange.resolve("HBDE/in/supplier-invoices");
    Files.copy(demo.resolve(file), folder.resolve(file + ".part"));
    Files.move(folder.resolve(file + ".part"), folder.resolve(file));
    return "R-" + order.number() + "-1";
  }

  private void open(Browser person, String number) {
    String task =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    jdbc
                        .queryForList(
                            """
                            select t.id_ from workflow.act_ru_task t
                              join workflow.act_ru_execution e on e.id_ = t.proc_inst_id_
                              join finance.supplier_invoices i on i.document_number = e.business_key_
                             where t.task_def_key_ = 'Task_ResolveMatch' and t.tenant_id_ = 'HBDE'
                               and i.number = ?
                            """,
                            String.class,
                            number)
                        .stream()
                        .findFirst()
                        .orElse(null),
                Objects::nonNull);
    person.go("/camunda/app/tasklist/default/#/?task=" + task);
    person.driver().navigate().refresh();
    person.click(By.xpath("//button[contains(normalize-space(.), 'Claim')]"));
  }

  private String state(String number) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select state from finance.supplier_invoices where number = ?", String.class, number));
  }
}
