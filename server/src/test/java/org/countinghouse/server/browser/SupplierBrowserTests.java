package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.SupplierHold;
import org.countinghouse.payables.SupplierHolds;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Another bank account of a supplier, asked for by one person and verified by another. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class SupplierBrowserTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired SupplierHolds holds;
  @Autowired JdbcTemplate jdbc;

  private Supplier supplier;

  @BeforeEach
  void aSupplierWePay() {
    supplier =
        suppliers.adopt(
            organizations.byCode("HBDE").id(),
            new NewSupplier(
                new Party(
                    "Browser " + UUID.randomUUID(),
                    null,
                    null,
                    null,
                    null,
                    new Party.PostalAddress("Kai 1", null, "Hamburg", "20457", "DE")),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of("DE02200505501015871393"))),
            Actor.of("ap-clerk"),
            Actor.of("controller"));
  }

  @Test
  void anAccountIsAskedForCheckedAndVerifiedInTasklist() {
    try (Browser clerk = Browser.open("http://localhost:" + port, "en-GB")) {
      clerk.logIn("/camunda/app/tasklist/", "ap-clerk", "countinghouse");
      clerk.read("Start process");
      clerk.click(By.partialLinkText("Start process"));
      clerk.click(By.partialLinkText("Enter or change a supplier"));
      clerk.read("Blocking is done at once");
      clerk.click(By.xpath("//option[contains(., 'HBDE')]"));
      scrollTo(clerk, By.cssSelector("input[value=NEW_ACCOUNT]")).click();
      clerk.see(By.cssSelector("input[type=search]")).sendKeys(supplier.name());
      clerk.click(By.cssSelector("input[name=supplier]"));
      clerk.read("DE02…1393");
      WebElement number = scrollTo(clerk, input("Bank account"));
      number.sendKeys("DE02 3006 0601 0002 4746 98");
      scrollTo(clerk, By.cssSelector("textarea")).sendKeys("Letter of the managing director");
      scrollTo(clerk, By.xpath("//button[normalize-space(.)='Check']")).click();
      clerk.read("The check digits of IBAN DE02…4698 do not fit");
      number.clear();
      number.sendKeys("DE02 3006 0601 0002 4746 89");
      scrollTo(clerk, By.xpath("//button[normalize-space(.)='Check']")).click();
      clerk.read("Checked and kept");
      clerk.photograph("supplier-request");
      clerk.click(By.xpath("//button[normalize-space(.)='Start']"));
      await().atMost(PATIENCE).until(() -> !changes.open(supplier.id()).isEmpty());
    }
    SupplierChange change = changes.open(supplier.id()).get(0);
    verify(change);
    await()
        .atMost(PATIENCE)
        .until(() -> changes.require(change.id()).state() == SupplierChange.State.VERIFIED);
    assertThat(changes.require(change.id()).letterDocumentId()).isNotNull();
    assertThat(holds.find(supplier.id()))
        .hasValueSatisfying(
            hold -> assertThat(hold.reason()).isEqualTo(SupplierHold.Reason.WAITING_PERIOD));
  }

  private void verify(SupplierChange change) {
    try (Browser controller = Browser.open("http://localhost:" + port, "en-GB")) {
      controller.logIn("/camunda/app/tasklist/", "controller", "countinghouse");
      controller.read("My roles' tasks");
      controller.go("/camunda/app/tasklist/default/#/?task=" + decisionTask(change));
      controller.driver().navigate().refresh();
      controller.click(By.xpath("//button[contains(normalize-space(.), 'Claim')]"));
      controller.read("Account until now");
      scrollTo(controller, By.xpath("//button[contains(., 'Show the number in full')]")).click();
      controller.read("DE02 3006 0601 0002 4746 89");
      scrollTo(controller, By.cssSelector("input[value=APPROVE]")).click();
      scrollTo(controller, By.cssSelector("textarea")).sendKeys("Called the number of 2024");
      controller.photograph("supplier-approval");
      controller.click(By.xpath("//button[@type='submit' and contains(., 'Complete')]"));
      await()
          .atMost(PATIENCE)
          .until(() -> changes.require(change.id()).state() != SupplierChange.State.OPEN);
    }
  }

  private String decisionTask(SupplierChange change) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc
                    .queryForList(
                        "select t.id_ from workflow.act_ru_task t join workflow.act_ru_execution e"
                            + " on e.id_ = t.proc_inst_id_ where e.business_key_ = ? and"
                            + " t.tenant_id_ = 'HBDE'",
                        String.class,
                        change.number())
                    .stream()
                    .findFirst()
                    .orElse(null),
            id -> id != null);
  }

  private static By input(String label) {
    return By.xpath("//label[span[normalize-space(.)='%s']]//input".formatted(label));
  }

  private static WebElement scrollTo(Browser person, By what) {
    WebElement element = person.see(what);
    person.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    return element;
  }
}
