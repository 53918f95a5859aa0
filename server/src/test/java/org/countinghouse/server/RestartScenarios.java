package org.countinghouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Year;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.ServerProcess;
import org.countinghouse.server.testing.ServerProcess.Finished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, really killed. To kill in the middle of something, a lock held from outside stops
 * the server at exactly that statement.
 */
class RestartScenarios {

  private static final int ENTRIES = 20_000;
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** What the file brought; the demo and the close post of their own. */
  private static final String IMPORTED =
      "select count(*) from finance.ledger_journal_v where module = 'journals'";

  private static final String IMPORTED_LINES =
      "select count(*) from finance.ledger_journal_line_v where module = 'journals'";

  @Test
  void survivesTheKillOfItsProcessInTheMiddleOfAnImportAndOfAClose() throws Exception {
    ServerProcess server = ServerProcess.start(folder);
    Path drop = server.dropFolder("HBDE", "journals");
    Files.writeString(folder.resolve("journals.csv"), journals());
    try (Connection freeze = server.database()) {
      lock(freeze, "lock table finance.balances in exclusive mode");
      Files.move(folder.resolve("journals.csv"), drop.resolve("journals.csv"));
      awaitBlocked(server);
      server.kill();
    }

    server = ServerProcess.start(folder);
    assertThat(server.logged("that a killed Countinghouse left behind")).isTrue();
    awaitAccepted(server);
    assertThat(server.count(IMPORTED)).isEqualTo(ENTRIES);
    assertThat(server.count(IMPORTED_LINES)).isEqualTo(2L * ENTRIES);

    Browser accountant = Browser.of(port(server), "accountant");
    String closing = startClosing(accountant);
    submit(accountant, "Task_ReviewTrialBalance", closing, "reviewDecision", "SUBMIT");
    try (Connection freeze = server.database()) {
      lock(freeze, "lock table finance.period_events in exclusive mode");
      Browser cfo = Browser.of(port(server), "cfo");
      submit(cfo, "Task_DecideApproval", closing, "decision", "APPROVE");
      awaitBlocked(server);
      server.kill();
    }

    server = ServerProcess.start(folder);
    ServerProcess closed = server;
    ServerProcess.await(
        "the month is certified",
        () -> closed.count("select count(*) from finance.close_certificates") == 1);
    assertThat(server.count(IMPORTED)).isEqualTo(ENTRIES);

    Finished verified = ServerProcess.command(folder, "verify-books");
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    assertThat(verified.output()).contains("The books hold").doesNotContain("FAILED");
    server.stop();
    assertThat(folder.resolve("data/database/postmaster.pid")).doesNotExist();
  }

  private static String journals() {
    var csv =
        new StringBuilder(
            "entry,date,line,account,debit,credit,currency,currency_amount,rate,cost_centre,source,text\n");
    for (int entry = 1; entry <= ENTRIES; entry++) {
      String head = "E-%d,%d-01-%02d,".formatted(entry, Year.now().getValue(), 1 + entry % 31);
      String amount = "%d.%02d".formatted(1 + entry % 900, entry % 100);
      csv.append(head).append("1,6815,%s,,EUR,,,CC100,GL,Paper\n".formatted(amount));
      csv.append(head).append("2,1800,,%s,EUR,,,,GL,Paper\n".formatted(amount));
    }
    return csv.toString();
  }

  private static void lock(Connection freeze, String statement) throws SQLException {
    freeze.setAutoCommit(false);
    freeze.createStatement().execute(statement);
  }

  private static void awaitBlocked(ServerProcess server) {
    ServerProcess.await(
        "the server stands before the lock",
        () -> server.count("select count(*) from pg_locks where not granted") > 0);
  }

  private static void awaitAccepted(ServerProcess server) {
    ServerProcess.await(
        "the document is accepted",
        () ->
            server.count("select count(*) from shared.inbox_documents where state = 'accepted'")
                == 1);
  }

  private static int port(ServerProcess server) {
    return URI.create(server.address()).getPort();
  }

  private static String startClosing(Browser accountant) throws IOException {
    HttpResponse<String> started =
        accountant.post(
            "/api/close/periods/%d-01/closings?organization=HBDE".formatted(Year.now().getValue()),
            "");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    return JSON.readTree(started.body()).get("number").asText();
  }

  /** Completes a task the way Tasklist does. */
  private static void submit(
      Browser person, String task, String businessKey, String name, String value)
      throws IOException {
    String query =
        ENGINE
            + "/task?tenantIdIn=HBDE&taskDefinitionKey=%s&processInstanceBusinessKey=%s"
                .formatted(task, businessKey);
    ServerProcess.await(task + " is there", () -> tasks(person, query).size() == 1);
    String id = tasks(person, query).get(0).get("id").asText();
    person.post(ENGINE + "/task/" + id + "/claim", "{\"userId\":null}");
    HttpResponse<String> done =
        person.post(
            ENGINE + "/task/" + id + "/submit-form",
            "{\"variables\":{\"%s\":{\"type\":\"String\",\"value\":\"%s\"}}}"
                .formatted(name, value));
    assertThat(done.statusCode()).as(done.body()).isLessThan(300);
  }

  private static JsonNode tasks(Browser person, String query) {
    try {
      return JSON.readTree(person.get(query).body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
