package org.countinghouse.server.api.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class ExchangeApiTests {

  @LocalServerPort int port;
  @Autowired Inbox inbox;
  @Autowired Organizations organizations;

  @Test
  void showsARejectedDocumentAndReplaysIt() {
    InboxDocument document = settled("<Order/>" + UUID.randomUUID());
    Browser clerk = Browser.of(port, "ap-clerk");
    Browser controller = Browser.of(port, "controller");
    String path = "/api/exchange/documents/" + document.id();

    assertThat(clerk.get("/api/exchange/documents?organization=HBDE&state=rejected").body())
        .contains(document.id().toString(), "\"state\":\"rejected\"");
    assertThat(clerk.get(path).body()).contains("einvoice.not-readable", "\"errors\":[{");
    assertThat(clerk.post(path + "/replays", "{\"dryRun\":true}").statusCode()).isEqualTo(403);

    HttpResponse<String> dry = controller.post(path + "/replays", "{\"dryRun\":true}");
    assertThat(dry.statusCode()).isEqualTo(200);
    assertThat(dry.body()).contains("\"dryRun\":true", "\"state\":\"rejected\"");
    assertThat(controller.post(path + "/replays", "{\"dryRun\":false}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void handsADocumentIn() {
    String content = "<!DOCTYPE html><p>" + UUID.randomUUID() + "</p>";
    HttpResponse<String> answer =
        Browser.of(port, "ap-clerk")
            .post(
                "/api/exchange/documents?organization=HBDE&channel=supplier-invoices&name=page.xml",
                content);

    assertThat(answer.statusCode()).isEqualTo(202);
    String location = answer.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Browser.of(port, "ap-clerk").get(location).body().contains("\"rejected\""));
    assertThat(
            Browser.of(port, "ap-clerk")
                .post("/api/exchange/documents?organization=HBDE&channel=nope&name=a", content)
                .body())
        .contains("exchange.channel-unknown");
  }

  @Test
  void sendsBytesSoThatNothingInThemRuns() {
    InboxDocument document = settled("<script>alert(1)</script>" + UUID.randomUUID());
    HttpResponse<String> content =
        Browser.of(port, "ap-clerk").get("/api/documents/" + document.documentId() + "/content");

    assertThat(content.statusCode()).isEqualTo(200);
    assertThat(content.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;");
    assertThat(content.headers().allValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.contains("sandbox"));
    assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(
            Browser.of(port, "ap-clerk")
                .get("/api/documents/" + document.documentId() + "/content?view=readable")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void knowsNoDocumentOfAnotherOrganization() {
    String unknown = "/api/exchange/documents/" + UUID.randomUUID();
    assertThat(Browser.of(port, "ap-clerk").get(unknown).statusCode()).isEqualTo(404);
    assertThat(
            Browser.of(port, "ap-clerk")
                .get("/api/exchange/documents?organization=NOSUCH")
                .statusCode())
        .isEqualTo(404);
    assertThat(new Browser(port).get(unknown).statusCode()).isEqualTo(401);
  }

  private InboxDocument settled(String content) {
    UUID organization = organizations.byCode("HBDE").id();
    InboxDocument received =
        inbox.receive(organization, "supplier-invoices", "odd.xml", content.getBytes(UTF_8));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> inbox.find(received.id()).orElseThrow().state() == InboxState.REJECTED);
    return received;
  }
}
