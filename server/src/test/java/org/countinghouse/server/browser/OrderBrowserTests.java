package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderFilter;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrder.State;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An order, used by people: wanted, approved, placed with a supplier. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class OrderBrowserTests {

  private static final By CLAIM =
      By.xpath(
          "//button[contains(normalize-space(.), 'Claim')"
              + " or contains(normalize-space(.), 'übernehmen')]");
  private static final By COMPLETE = By.cssSelector("button[ng-click='complete()']");

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired PurchaseOrders orders;
  @Autowired JdbcTemplate jdbc;

  @Test
  void peopleWantApproveAndPlaceAnOrderInTasklist() {
    String what = "Archive boxes " + UUID.randomUUID();
    try (Browser requester = Browser.open("http://localhost:" + port, "en-GB")) {
      requester.logIn("/camunda/app/tasklist/", "requester", "countinghouse");
      requester.click(By.partialLinkText("Start process"));
      requester.click(By.partialLinkText("Order something"));
      requester.click(By.xpath("//option[starts-with(., 'HBDE')]"));
      type(requester, "Description", what);
      requester.click(By.xpath("//option[. = 'Office supplies']"));
      type(requester, "Quantity", "120");
      type(requester, "Price each", "2.45");
      type(requester, "Cost centre", "CC100");
      scrollTo(requester, By.cssSelector(".ch-save")).click();
      requester.read("is saved, €294.00");
      requester.read("€294.00 of it needs approval");
      requester.read("Asked for by others");
      requester.photograph("order-entry");
      requester.click(By.xpath("//button[normalize-space(.)='Start']"));
      await().atMost(Duration.ofSeconds(30)).until(() -> state(what) == State.IN_APPROVAL);
    }
    try (Browser head = Browser.open("http://localhost:" + port, "de-DE")) {
      openTask(head, "department-head", "Task_DecideApproval", what);
      head.read(what);
      head.read("Der Einkauf wählt");
      scrollTo(head, By.cssSelector("input[value=APPROVE]")).click();
      head.driver().executeScript("document.querySelector('.ch-head').scrollIntoView()");
      head.photograph("order-approval");
      head.click(COMPLETE);
      await().atMost(Duration.ofSeconds(30)).until(() -> state(what) == State.APPROVED);
    }
    try (Browser buyer = Browser.open("http://localhost:" + port, "en-GB")) {
      openTask(buyer, "buyer", "Task_PlaceOrder", what);
      buyer.read("Approved: €294.00");
      buyer.click(By.xpath("//option[contains(., 'Elbe Papier GmbH')]"));
      WebElement price = scrollTo(buyer, By.cssSelector("input[aria-label='Price each']"));
      price.clear();
      price.sendKeys("2.30");
      scrollTo(buyer, By.cssSelector(".ch-save")).click();
      buyer.read("Not dearer than approved");
      scrollTo(buyer, By.cssSelector("input[value=PLACE]")).click();
      buyer.photograph("order-placing");
      buyer.click(COMPLETE);
      await().atMost(Duration.ofSeconds(30)).until(() -> state(what) == State.ISSUED);
    }
    assertThat(order(what).total()).hasToString("276.00 EUR");
    assertThat(order(what).buyer()).isEqualTo("buyer");
  }

  private void openTask(Browser person, String username, String step, String what) {
    person.logIn("/camunda/app/tasklist/", username, "countinghouse");
    person.read("Countinghouse");
    person.go("/camunda/app/tasklist/default/#/?task=" + task(step, what));
    person.driver().navigate().refresh();
    person.see(CLAIM);
    person.click(CLAIM);
  }

  private static void type(Browser person, String label, String text) {
    scrollTo(person, By.cssSelector("input[aria-label='" + label + "']")).clear();
    person.see(By.cssSelector("input[aria-label='" + label + "']")).sendKeys(text);
  }

  private static WebElement scrollTo(Browser person, By what) {
    WebElement element = person.see(what);
    person.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    return element;
  }

  private PurchaseOrder order(String what) {
    UUID company = organizations.byCode("HBDE").id();
    return orders.list(new OrderFilter(company, Set.of(), null, null, what, 10, 0)).get(0);
  }

  private State state(String what) {
    return order(what).state();
  }

  /** The open task of this step about this order, or about its approval. */
  private String task(String step, String what) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc
                    .queryForList(
                        "select t.id_ from workflow.act_ru_task t join workflow.act_ru_execution e"
                            + " on e.id_ = t.proc_inst_id_ where t.task_def_key_ = ? and"
                            + " e.business_key_ = ?",
                        String.class,
                        step,
                        order(what).number())
                    .stream()
                    .findFirst()
                    .orElse(null),
            id -> id != null);
  }
}
