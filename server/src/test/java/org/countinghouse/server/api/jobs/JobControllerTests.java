package org.countinghouse.server.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Jobs from the outside, each really run by the node under test. */
@SystemTest
class JobControllerTests {

  private static final String RUNS = "/api/jobs/runs";
  private static final String START = "/api/jobs/ledger.close-period/runs?organization=HBUK";

  @LocalServerPort int port;

  @Test
  void jobIsAskedForAndItsEndIsTold() {
    Browser controller = Browser.of(port, "controller");

    var accepted = controller.post(START, "{\"parameters\": {\"period\": \"1999-01\"}}");

    assertThat(accepted.statusCode()).isEqualTo(202);
    String id = JsonPath.read(accepted.body(), "$.id");
    assertThat(accepted.headers().firstValue("Location")).contains(RUNS + "/" + id);
    // no closing is under way for that month: the job finds it out and says so
    String ended = end(controller, id);
    assertThat(JsonPath.<String>read(ended, "$.state")).isIn("completed-with-exceptions", "failed");
    assertThat(JsonPath.<String>read(ended, "$.requestedBy")).isEqualTo("controller");
    assertThat(controller.get(RUNS + "?organization=HBUK&job=ledger.close-period").body())
        .contains(id);
  }

  @Test
  void roleThatMayOnlyLookCannotStart() {
    Browser accountant = Browser.of(port, "accountant");

    assertThat(accountant.get(RUNS).statusCode()).isEqualTo(200);
    assertThat(accountant.post(START, "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void roleWithoutTheRightSeesNoRun() {
    Browser requester = Browser.of(port, "requester");

    assertThat(requester.get(RUNS).body()).isEqualTo("[]");
    assertThat(requester.get(RUNS + "?organization=HBUK").statusCode()).isEqualTo(403);
  }

  @Test
  void unknownThingsAreNotFound() {
    Browser controller = Browser.of(port, "controller");

    assertThat(controller.post("/api/jobs/no.such-job/runs?organization=HBUK", "{}").statusCode())
        .isEqualTo(404);
    assertThat(controller.get(RUNS + "/00000000-0000-7000-8000-000000000000").statusCode())
        .isEqualTo(404);
    assertThat(controller.post(START.replace("HBUK", "NOPE"), "{}").statusCode()).isEqualTo(404);
    assertThat(controller.get(RUNS + "?state=half-done").statusCode()).isEqualTo(422);
  }

  @Test
  void failedRunIsRetriedOnlyWhenItHasFailed() {
    Browser controller = Browser.of(port, "controller");
    String id = JsonPath.read(controller.post(START, "{}").body(), "$.id");
    String ended = end(controller, id);

    int status = controller.post(RUNS + "/" + id + "/retries", "").statusCode();

    boolean failed = "failed".equals(JsonPath.<String>read(ended, "$.state"));
    assertThat(status).isEqualTo(failed ? 202 : 409);
    end(controller, id);
  }

  private static String end(Browser browser, String id) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      String run = browser.get(RUNS + "/" + id).body();
      String state = JsonPath.read(run, "$.state");
      if (!state.equals("requested") && !state.equals("running")) {
        return run;
      }
      assertThat(System.nanoTime()).as("run %s is still %s", id, state).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
