package org.countinghouse.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class OpenApiTests {

  @LocalServerPort int port;
  @Autowired ObjectMapper json;

  @Test
  void everyOperationTellsItsProblemsAndEveryCommandItsKey() throws Exception {
    JsonNode api = json.readTree(Browser.of(port, "controller").get("/v3/api-docs").body());

    assertThat(api.at("/info/title").asText()).isEqualTo("Countinghouse");
    assertThat(api.at("/paths").properties()).isNotEmpty();
    api.at("/paths")
        .properties()
        .forEach(
            path -> {
              assertThat(path.getKey()).startsWith("/api/");
              path.getValue()
                  .properties()
                  .forEach(
                      operation ->
                          assertThat(operation.getValue().at("/responses/default").isMissingNode())
                              .as(operation.getKey() + " " + path.getKey())
                              .isFalse());
              JsonNode post = path.getValue().path("post");
              if (!post.isMissingNode()) {
                assertThat(post.path("parameters").toString()).contains("Idempotency-Key");
              }
            });
    assertThat(api.toString()).doesNotContain("\"Caller\"");
  }
}
