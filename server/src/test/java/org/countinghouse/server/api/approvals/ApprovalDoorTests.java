package org.countinghouse.server.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Decision;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Payables;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.InvoiceDesk;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Nobody decides on what he prepared, whichever door he tries; nor does anybody who is not asked.
 * After each attempt the request is as open as before.
 */
@SystemTest
class ApprovalDoorTests {

  private static final Actor INBOX = Actor.system("inbox");
  private static final String REST = "/engine-rest";
  private static final String TASKLIST = "/camunda/api/engine/engine/default";
  private static final String SAID =
      "{\"variables\": {\"decision\": {\"type\": \"String\", \"value\": \"APPROVE\"}}}";

  @LocalServerPort int port;
  @Autowired Payables payables;
  @Autowired Organizations organizations;
  @Autowired Periods periods;
  @Autowired Approvals approvals;
  @Autowired ApprovalHistory history;
  @Autowired TaskService tasks;

  private Browser clerk;
  private Browser head;
  private UUID requestId = new UUID(0, 0);
  private String task = "";

  @BeforeEach
  void aClaimTheClerkPrepared() {
    clerk = Browser.of(port, "ap-clerk");
    head = Browser.of(port, "department-head");
    InvoiceDesk desk = new InvoiceDesk(payables, organizations, periods);
    JsonNode asked = desk.submit(clerk, desk.receive("150.00", INBOX), head);
    requestId = UUID.fromString(asked.get("id").asText());
    task =
        tasks
            .createTaskQuery()
            .processInstanceId(approvals.find(requestId).orElseThrow().correlation())
            .singleResult()
            .getId();
  }

  @ParameterizedTest
  @CsvSource({
    "/engine-rest, complete",
    "/engine-rest, submit-form",
    "/engine-rest/engine/default, complete",
    "/camunda/api/engine/engine/default, complete",
    "/camunda/api/engine/engine/default, submit-form",
    "/camunda/api/engine/engine/default, resolve"
  })
  void theMakerCannotCompleteTheTask(String root, String route) {
    refused(clerk.post(root + "/task/" + task + "/" + route, SAID));
    stillOpen();
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim", "delegate", "assignee"})
  void theMakerCannotTakeTheTask(String route) {
    for (String root : List.of(REST, TASKLIST)) {
      refused(clerk.post(root + "/task/" + task + "/" + route, "{\"userId\": \"ap-clerk\"}"));
    }
    stillOpen();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delegate", "assignee"})
  void theApproverCannotHandItToTheMaker(String route) {
    head.post(TASKLIST + "/task/" + task + "/claim", "{\"userId\": \"department-head\"}");
    HttpResponse<String> handed =
        head.post(TASKLIST + "/task/" + task + "/" + route, "{\"userId\": \"ap-clerk\"}");
    // whether the engine lets him or not: the maker's word does not count
    refused(clerk.post(TASKLIST + "/task/" + task + "/complete", SAID));
    refused(clerk.post(TASKLIST + "/task/" + task + "/submit-form", SAID));
    assertThat(handed.statusCode()).isNotEqualTo(500);
    stillOpen();
  }

  @Test
  void evenAnAdministratorWhoSeesEveryTaskDoesNotDecide() {
    Browser administrator = Browser.of(port, "administrator");
    refused(administrator.post(REST + "/task/" + task + "/complete", SAID));
    stillOpen();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approvalOutcome",
        "approvalStep",
        "subjectId",
        "subjectType",
        "organization",
        "organizationId",
        "invoiceId"
      })
  void whoeverDecidesSaysNothingElseIntoTheProcess(String variable) {
    String body =
        SAID.replace(
            "\"variables\": {",
            "\"variables\": {\"%s\": {\"type\": \"String\", \"value\": \"APPROVED\"}, "
                .formatted(variable));
    for (String root : List.of(REST, TASKLIST)) {
      HttpResponse<String> answer = head.post(root + "/task/" + task + "/complete", body);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("security.gate");
    }
    stillOpen();
  }

  @Test
  void variablesCannotBeLaidReadyForTheDecision() {
    String decision = "{\"type\": \"String\", \"value\": \"APPROVE\"}";
    for (String root : List.of(REST, TASKLIST)) {
      assertThat(
              head.send("PUT", root + "/task/" + task + "/variables/approvalOutcome", decision)
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              clerk
                  .send("PUT", root + "/task/" + task + "/localVariables/decision", decision)
                  .statusCode())
          .isEqualTo(403);
    }
    stillOpen();
  }

  @Test
  void aTaskOfOthersIsAnsweredLikeNone() {
    Browser american = Browser.of(port, "us-accountant");
    for (String route : List.of("complete", "claim", "unclaim", "submit-form")) {
      String body = route.equals("claim") ? "{\"userId\": \"us-accountant\"}" : "{}";
      HttpResponse<String> foreign = american.post(REST + "/task/" + task + "/" + route, body);
      HttpResponse<String> none =
          american.post(REST + "/task/" + UUID.randomUUID() + "/" + route, body);
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(none.body()).contains("security.task-unknown");
    }
    stillOpen();
  }

  @Test
  void theApproverItselfDecidesThroughTheEngine() {
    HttpResponse<String> answer = head.post(REST + "/task/" + task + "/complete", SAID);
    assertThat(answer.statusCode()).isEqualTo(204);
    ApprovalRequest request = approvals.find(requestId).orElseThrow();
    assertThat(request.state()).isEqualTo(ApprovalRequest.State.APPROVED);
    assertThat(
            history
                .of(request.organizationId(), request.subjectType(), request.subjectId())
                .decisions())
        .extracting(Decision::decidedBy)
        .containsExactly("department-head");
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
  }

  private void stillOpen() {
    ApprovalRequest request = approvals.find(requestId).orElseThrow();
    assertThat(request.state()).isEqualTo(ApprovalRequest.State.OPEN);
    assertThat(
            history
                .of(request.organizationId(), request.subjectType(), request.subjectId())
                .decisions())
        .isEmpty();
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
  }
}
