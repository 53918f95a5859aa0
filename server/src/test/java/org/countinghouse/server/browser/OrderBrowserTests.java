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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An order, used by people: wanted, approved, placed with a supplier. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class OrderBrowserTests {

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired PurchaseOrders orders;
  @Autowired JdbcTemplate jdbc;

  @Test
  void peopleWantApproveAndPlaceAnOrderInTasklist() {
    String what = "Archive boxes " + UUID.randomUUID();
    try (Browser requester = Browser.open("http://localhost:" + port, "en-GB")) {
      requester.logIn(Browser.TASKLIST, "requester", "countinghouse");
      requester.click(By.partialLinkText("Start process"));
      requester.click(By.partialLinkText("Order something"));
      requester.click(By.xpath("//option[starts-with(., 'HBDE')]"));
      requester.type("Description", what);
      requester.click(By.xpath("//option[. = 'Office supplies']"));
      requester.type("Quantity", "120");
      requester.type("Price each", "2.45");
      requester.type("Cost centre", "CC100");
      requester.scrollTo(By.cssSelector(".ch-save")).click();
      requester.read("is saved, €294.00");
      requester.read("€294.00 of it needs approval");
      requester.read("Asked for by others");
      requester.photograph("order-entry");
      requester.click(By.xpath("//button[normalize-space(.)='Start']"));
      await().atMost(Duration.ofSeconds(30)).until(() -> state(what) == State.IN_APPROVAL);
    }
    try (Browser head = Browser.open("http://localhost:" + port, "de-DE")) {
      head.takeOn(task("Task_DecideApproval", what), "department-head");
      head.read(what);
      head.read("Der Einkauf wählt");
      head.scrollTo(By.cssSelector("input[value=APPROVE]")).click();
      head.driver().executeScript("document.querySelector('.ch-head').scrollIntoView()");
      head.photograph("order-approval");
      head.complete();
      await().atMost(Duration.ofSeconds(30)).until(() -> state(what) == State.APPROVED);
    }
    try (Browser buyer = Browser.open("http://localhost:" + port, "en-GB")) {
      buyer.takeOn(task("Task_PlaceOrder", what), "buyer");
      buyer.read("Approved: €294.00");
      buyer.click(By.xpath("//option[contains(., 'Elbe Papier GmbH')]"));
      buyer.type("Price each", "2.30");
      buyer.scrollTo(By.cssSelector(".ch-save")).click();
      buyer.read("Not dearer than approved");
      buyer.scrollTo(By.cssSelector("input[value=PLACE]")).click();
      buyer.photograph("order-placing");
      buyer.complete();
      await().atMost(Duration.ofSeconds(30)).until(() -> state(what) == State.ISSUED);
    }
    assertThat(order(what).total()).hasToString("276.00 EUR");
    assertThat(order(what).buyer()).isEqualTo("buyer");
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
