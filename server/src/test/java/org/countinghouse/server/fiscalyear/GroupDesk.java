package org.countinghouse.server.fiscalyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import org.countinghouse.server.testing.Desk;
import org.countinghouse.server.testing.ServerProcess;

/** The group's months, closed by two people. */
final class GroupDesk {

  private static final String GROUP = "HARBOUR";
  private static final String PARENT = "HBUK";

  private final Desk desk;

  GroupDesk(ServerProcess server) {
    this.desk = new Desk(server);
  }

  /** Closes a month of the group; what it became. */
  JsonNode close(YearMonth month) {
    String path = "/api/consolidation/groups/%s/periods/%s/closings".formatted(GROUP, month);
    JsonNode started = desk.post("accountant", path, "");
    String number = started.get("number").asText();
    desk.complete(
        "accountant", PARENT, number, "Task_ReviewGroup", Map.of("reviewDecision", "SUBMIT"));
    desk.complete("cfo", PARENT, number, "Task_DecideApproval", Map.of("decision", "APPROVE"));
    String closing = "/api/consolidation/closings/" + started.get("id").asText();
    ServerProcess.await(
        number + " is closed",
        () -> desk.get("accountant", closing).get("state").asText().equals("CLOSED"));
    return desk.get("accountant", closing);
  }

  JsonNode trialBalance(JsonNode closing) {
    return desk.get(
        "accountant",
        "/api/consolidation/closings/" + closing.get("id").asText() + "/trial-balance");
  }

  JsonNode matching(YearMonth month) {
    return desk.get(
        "accountant", "/api/consolidation/groups/%s/matching?period=%s".formatted(GROUP, month));
  }

  /** The newest attempt at a month. */
  JsonNode newest(YearMonth month) {
    return desk.get(
            "accountant", "/api/consolidation/groups/%s/closings?period=%s".formatted(GROUP, month))
        .get(0);
  }

  JsonNode closing(JsonNode closing) {
    return desk.get("accountant", "/api/consolidation/closings/" + closing.get("id").asText());
  }

  /** Saves a report of the group. */
  Path save(String report, String parameters, Path file) {
    try {
      return Files.writeString(
          file,
          desk.as("accountant")
              .get(
                  "/api/reporting/reports/%s?group=%s&format=csv%s"
                      .formatted(report, GROUP, parameters))
              .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
