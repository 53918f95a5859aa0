package org.countinghouse.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The people of finance at work: each in a browser of his own, all through the server's doors. */
public final class Desk {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private final Map<String, Browser> people = new TreeMap<>();

  /** The people of this server, nobody logged in yet. */
  public Desk(ServerProcess server) {
    this.port = URI.create(server.address()).getPort();
  }

  /** The browser of a person of the demo, logged in. */
  public synchronized Browser as(String person) {
    return people.computeIfAbsent(person, name -> Browser.of(port, name));
  }

  /** Reads as somebody. */
  public JsonNode get(String person, String path) {
    return tree(as(person).get(path));
  }

  /** Sends a document and demands that it is taken. */
  public JsonNode post(String person, String path, Object body) {
    HttpResponse<String> answer = as(person).post(path, write(body));
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 202);
    return tree(answer);
  }

  /** Whether somebody may be asked for this task now. */
  public JsonNode tasks(String person, String organization, String businessKey) {
    return get(
        person,
        ENGINE
            + "/task?processInstanceBusinessKey=%s&tenantIdIn=%s"
                .formatted(businessKey, organization));
  }

  /** Waits until somebody is asked for this step; the task's id. */
  public String task(String person, String organization, String businessKey, String step) {
    String query =
        ENGINE
            + "/task?taskDefinitionKey=%s&processInstanceBusinessKey=%s&tenantIdIn=%s"
                .formatted(step, businessKey, organization);
    ServerProcess.await(
        "%s of %s is asked for %s; instead there is %s"
            .formatted(person, organization, step, tasks(person, organization, businessKey)),
        () -> get(person, query).size() == 1);
    return get(person, query).get(0).get("id").asText();
  }

  /** Waits for a task and completes it the way Tasklist does. */
  public void complete(
      String person,
      String organization,
      String businessKey,
      String step,
      Map<String, String> values) {
    String path = ENGINE + "/task/" + task(person, organization, businessKey, step);
    as(person).post(path + "/claim", "{\"userId\":null}");
    Map<String, Object> variables = new LinkedHashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("type", "String", "value", value)));
    HttpResponse<String> done =
        as(person).post(path + "/submit-form", write(Map.of("variables", variables)));
    assertThat(done.statusCode()).as(step + ": " + done.body()).isLessThan(300);
  }

  /** An answer as what it says; anything else is a failure that shows it. */
  public static JsonNode tree(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body(), e);
    }
  }

  private static String write(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
