package org.countinghouse.server.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class AuditApiTests {

  @LocalServerPort int port;
  @Autowired ObjectMapper json;
  @Autowired Clock clock;

  @Test
  void auditorReadsWhoDidWhat() throws Exception {
    LocalDate day = LocalDate.now(clock).plusYears(2);
    String reason = "holiday " + UUID.randomUUID();
    Browser.of(port, "treasurer")
        .post(
            "/api/access/substitutions?organization=HBUK",
            """
            {"substitute":"controller","validFrom":"%s","validUntil":"%s","reason":"%s"}"""
                .formatted(day, day, reason));

    JsonNode entries =
        json.readTree(
            Browser.of(port, "auditor")
                .get("/api/audit/entries?organization=HBUK&resource=access.substitution")
                .body());

    JsonNode newest = entries.get(0);
    assertThat(newest.get("username").asText()).isEqualTo("treasurer");
    assertThat(newest.get("action").asText()).isEqualTo("granted");
    assertThat(newest.get("newValues").get("reason").asText()).isEqualTo(reason);
  }

  @Test
  void logIsForAuditorsOnly() {
    assertThat(
            Browser.of(port, "controller").get("/api/audit/entries?organization=HBUK").statusCode())
        .isEqualTo(403);
    assertThat(
            Browser.of(port, "us-accountant")
                .get("/api/audit/entries?organization=HBUK")
                .statusCode())
        .isEqualTo(404);
  }
}
