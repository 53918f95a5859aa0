package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Payables;
import org.countinghouse.server.testing.InvoiceDesk;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What an approver has besides the form of one task: links from mails, many at once, substitutes.
 */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class ApproverBrowserTests {

  private static final Actor INBOX = Actor.system("inbox");
  private static final String PASSWORD = "countinghouse";

  @LocalServerPort int port;
  @Autowired Payables payables;
  @Autowired Organizations organizations;
  @Autowired Periods periods;

  private InvoiceDesk desk;
  private org.countinghouse.server.testing.Browser clerk;
  private org.countinghouse.server.testing.Browser head;

  @BeforeEach
  void people() {
    desk = new InvoiceDesk(payables, organizations, periods);
    clerk = org.countinghouse.server.testing.Browser.of(port, "ap-clerk");
    head = org.countinghouse.server.testing.Browser.of(port, "department-head");
  }

  @Test
  void aMailLeadsThroughTheLoginToTheTaskAndLaterToWhatBecameOfIt() {
    JsonNode asked = desk.submit(clerk, desk.receive("140.00", INBOX), head);
    String link = "/tasks/" + asked.get("id").asText();
    try (Browser browser = Browser.open("http://localhost:" + port, "de-DE")) {
      browser.logIn(link, "department-head", PASSWORD);
      browser.read("Copy paper");
      browser.read("Sie werden als");
      browser.read("gilt, wenn Sie genehmigen");
      browser.read("Mehrere genehmigen");
      browser.photograph("approval-with-budget");

      browser.go("/approvals");
      browser
          .see(By.cssSelector("input[aria-label*='" + asked.get("title").asText() + "']"))
          .click();
      browser.photograph("approve-several");
      browser.click(By.xpath("//button[contains(., '1 genehmigen')]"));
      browser.see(By.xpath("//td[@class='ch-result' and .='genehmigt']"));

      browser.go(link);
      browser.read("nichts mehr zu entscheiden");
    }
  }

  @Test
  void anApproverNamesHisSubstituteAndEndsItAgain() {
    try (Browser browser = Browser.open("http://localhost:" + port, "de-DE")) {
      browser.logIn("/substitutes", "department-head", PASSWORD);
      browser.read("Wer Sie vertritt");
      WebElement substitute = browser.see(By.name("substitute"));
      substitute.findElement(By.xpath(".//option[@value='buyer']")).click();
      browser.see(By.name("reason")).sendKeys("Urlaub an der See");
      browser.click(By.xpath("//button[.='Eintragen']"));
      browser.read("erfährt es per Mail");
      browser.read("Urlaub an der See");
      browser.photograph("my-substitutes");
      List<WebElement> ends =
          browser.all(By.xpath("//tr[contains(., 'Urlaub an der See')]//button"));
      assertThat(ends).hasSize(1);
      browser.click(By.xpath("//tr[contains(., 'Urlaub an der See')]//button"));
      browser.read("Beendet.");
      assertThat(browser.text()).doesNotContain("Urlaub an der See");
    }
  }
}
