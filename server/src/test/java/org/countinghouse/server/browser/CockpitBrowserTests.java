package org.countinghouse.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Year;
import java.util.Map;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What operations see of jobs. */
@SystemTest
@EnabledIf(
    value = "org.countinghouse.server.browser.Browser#isInstalled",
    disabledReason = "no Chromium with its driver on this machine")
class CockpitBrowserTests {

  @LocalServerPort int port;
  @Autowired Jobs jobs;
  @Autowired Organizations organizations;

  @Test
  void jobsAreSeenInCockpitWithTheirSteps() {
    for (String company : new String[] {"HBUK", "HBDE", "HBUS"}) {
      JobRun run =
          jobs.request(
              new JobRequest(
                  "ledger.prove-balances",
                  organizations.byCode(company).id(),
                  Map.of("period", Year.now() + "-01"),
                  Actor.of("ops")));
      await().atMost(Duration.ofSeconds(60)).until(() -> jobs.get(run.id()).state().isFinished());
      assertThat(jobs.outcome(run.id())).isPresent();
    }
    try (Browser ops = Browser.open("http://localhost:" + port, "en-GB")) {
      ops.logIn("/camunda/app/cockpit/", "ops", "countinghouse");
      ops.read("Jobs");
      ops.go("/camunda/app/cockpit/default/#/jobs");
      ops.driver().navigate().refresh();
      ops.read("ledger.prove-balances");
      ops.photograph("cockpit-jobs");
    }
  }
}
