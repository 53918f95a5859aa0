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

/** An order, used by people: wanted, checked against its budget, handed in. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class OrderBrowserTests {

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired PurchaseOrders orders;

  @Test
  void peopleWantSomethingInTasklistAndSeeItsBudget() {
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
    assertThat(order(what).total()).hasToString("294.00 EUR");
    assertThat(order(what).requester()).isEqualTo("requester");
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
}
