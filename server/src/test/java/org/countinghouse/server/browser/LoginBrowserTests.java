package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class LoginBrowserTests {

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
}
