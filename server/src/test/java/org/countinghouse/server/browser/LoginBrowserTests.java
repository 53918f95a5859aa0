package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class LoginBrowserTests {

  /** Holds back what Tasklist itself asks for, until long after its views are built. */
  private static final String SLOW_TEXTS =
      """
      const {open, send} = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.open = function (method, url, ...more) {
        this.late = String(url).includes('/locales/');
        return open.call(this, method, url, ...more);
      };
      XMLHttpRequest.prototype.send = function (body) {
        return this.late ? void setTimeout(() => send.call(this, body), 20000) : send.call(this, body);
      };
      """;

  @LocalServerPort int port;

  @Test
  void oneLoginOpensTasklistAndTheApi() {
    try (Browser browser = Browser.open("http://localhost:" + port, "en-GB")) {
      browser.logIn("/camunda/app/tasklist/", "ap-clerk", "countinghouse");
      browser.read("My roles' tasks");
      browser.photograph("tasklist-empty");
      browser.go("/api/me");
      assertThat(browser.text()).contains("ap-clerk");
    }
  }

  @ParameterizedTest
  @CsvSource({"en-GB, Created, Filter Tasks", "de-DE, Erstellungsdatum, Nach Aufgaben filtern"})
  void textsAreThereOnTheFirstVisit(String language, String sorting, String search) {
    try (Browser browser = Browser.open("http://localhost:" + port, language)) {
      browser
          .driver()
          .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SLOW_TEXTS));
      browser.logIn("/camunda/app/tasklist/", "ap-clerk", "countinghouse");
      browser.read("My roles' tasks");
      browser.read(sorting);
      browser.see(By.cssSelector("input[placeholder='" + search + "']"));
      assertThat(browser.text()).doesNotContain("CREATION_DATE");
      assertThat(browser.all(By.cssSelector(".create-task-action a")))
          .isNotEmpty()
          .noneMatch(WebElement::isDisplayed);
      browser.photograph("tasklist-" + language);
    }
  }
}
