package org.countinghouse.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@SystemTest
class IdempotencyTests {

  @LocalServerPort int port;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  String reason;
  String key;

  @BeforeEach
  void somethingNew() {
    reason = "holiday " + UUID.randomUUID();
    key = UUID.randomUUID().toString();
  }

  @Test
  void sameKeyAndBodyHaveOneEffectAndOneAnswer() {
    Browser cfo = Browser.of(port, "cfo");

    HttpResponse<String> first = substitute(cfo, "HBDE", key, body("controller"));
    HttpResponse<String> second = substitute(cfo, "HBDE", key, body("controller"));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    Browser cfo = Browser.of(port, "cfo");
    substitute(cfo, "HBDE", key, body("controller"));

    HttpResponse<String> other = substitute(cfo, "HBDE", key, body("accountant"));

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("api.idempotency-key-reused");
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void parallelRequestsHaveOneEffect() throws Exception {
    Browser cfo = Browser.of(port, "cfo");
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<HttpResponse<String>>> requests =
          IntStream.range(0, 24)
              .<Callable<HttpResponse<String>>>mapToObj(
                  i -> () -> substitute(cfo, "HBDE", key, body("controller")))
              .toList();
      var answers = new java.util.ArrayList<HttpResponse<String>>();
      for (Future<HttpResponse<String>> done : threads.invokeAll(requests)) {
        answers.add(done.get());
      }

      assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409);
      assertThat(
              answers.stream()
                  .filter(answer -> answer.statusCode() == 201)
                  .map(HttpResponse::body)
                  .collect(Collectors.toSet()))
          .hasSize(1);
      assertThat(effects()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void refusedCommandMayBeCorrectedUnderTheSameKey() {
    Browser cfo = Browser.of(port, "cfo");

    HttpResponse<String> refused = substitute(cfo, "HBDE", key, body("nobody-at-all"));
    HttpResponse<String> corrected = substitute(cfo, "HBDE", key, body("controller"));

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(corrected.statusCode()).isEqualTo(201);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void keysOfOthersAndOfOtherOrganizationsDoNotMeet() {
    HttpResponse<String> cfo = substitute(Browser.of(port, "cfo"), "HBDE", key, body("accountant"));
    HttpResponse<String> elsewhere =
        substitute(Browser.of(port, "cfo"), "HBUK", key, body("accountant"));
    HttpResponse<String> controller =
        substitute(Browser.of(port, "controller"), "HBDE", key, body("accountant"));

    assertThat(List.of(cfo, elsewhere, controller))
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(201);
              assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
            });
    assertThat(effects()).isEqualTo(3);
  }

  @Test
  void keyMustBePrintableAndUploadsTakeNone() {
    Browser cfo = Browser.of(port, "cfo");

    assertThat(substitute(cfo, "HBDE", "x".repeat(201), body("controller")).statusCode())
        .isEqualTo(400);
    assertThat(
            cfo.send(
                    cfo.request("/api/access/substitutions?organization=HBDE")
                        .header("X-XSRF-TOKEN", cfo.csrfToken())
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString("--x--")))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void fieldNobodyReadsIsRefused() {
    Browser cfo = Browser.of(port, "cfo");
    String extra = body("controller").replace("{", "{\"grantedBy\":\"administrator\",");

    assertThat(substitute(cfo, "HBDE", key, extra).statusCode()).isEqualTo(400);
    assertThat(effects()).isZero();
  }

  private HttpResponse<String> substitute(
      Browser browser, String organization, String withKey, String body) {
    return browser.send(
        browser
            .request("/api/access/substitutions?organization=" + organization)
            .header("X-XSRF-TOKEN", browser.csrfToken())
            .header("Idempotency-Key", withKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private String body(String substitute) {
    LocalDate today = LocalDate.now(clock);
    return """
        {"substitute":"%s","validFrom":"%s","validUntil":"%s","reason":"%s"}"""
        .formatted(substitute, today.plusYears(3), today.plusYears(3), reason);
  }

  private int effects() {
    return jdbc.queryForObject(
        "select count(*) from shared.substitutions where reason = ?", Integer.class, reason);
  }
}
