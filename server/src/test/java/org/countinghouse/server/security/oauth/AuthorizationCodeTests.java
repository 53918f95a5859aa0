package org.countinghouse.server.security.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.access.Actor;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A program that acts for a person, with PKCE and refresh tokens. */
@SystemTest
class AuthorizationCodeTests {

  private static final String REDIRECT = "http://127.0.0.1:9999/back";
  private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-xx";

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired ObjectMapper json;

  String client;
  String secret;

  @BeforeEach
  void programWithARedirect() {
    client = "program-" + UUID.randomUUID();
    secret = clients.create(client, "A program", List.of(REDIRECT), Actor.system("test"));
  }

  @Test
  void personLogsInAndTheProgramActsAsHim() throws Exception {
    var browser = new Browser(port);
    String authorize = authorize(client, REDIRECT, true);
    assertThat(
            browser.location(
                browser.send(browser.request(authorize).header("Accept", "text/html").GET())))
        .isEqualTo("/login");
    HttpResponse<String> in = browser.login("controller", Browser.PASSWORD);
    assertThat(browser.location(in)).startsWith("/oauth2/authorize?");

    String back = browser.location(browser.get(browser.location(in)));
    JsonNode tokens = json.readTree(exchange(code(back), VERIFIER).body());
    HttpResponse<String> me = me(tokens.get("access_token").asText());
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body()).contains("\"username\":\"controller\"");

    String refresh = tokens.get("refresh_token").asText();
    HttpResponse<String> next = post("grant_type=refresh_token&refresh_token=" + refresh);
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(me(json.readTree(next.body()).get("access_token").asText()).statusCode())
        .isEqualTo(200);
    assertThat(post("grant_type=refresh_token&refresh_token=" + refresh).statusCode())
        .as("a refresh token is good once")
        .isEqualTo(400);
  }

  @Test
  void codeIsVoidWithoutItsVerifierAndForTheSecondTime() throws Exception {
    Browser controller = Browser.of(port, "controller");

    String first = code(controller.location(controller.get(authorize(client, REDIRECT, true))));
    assertThat(exchange(first, "another-verifier-of-forty-three-characters-xxxx").statusCode())
        .isEqualTo(400);
    String second = code(controller.location(controller.get(authorize(client, REDIRECT, true))));
    assertThat(exchange(second, VERIFIER).statusCode()).isEqualTo(200);
    assertThat(exchange(second, VERIFIER).statusCode()).isEqualTo(400);
  }

  @Test
  void noCodeWithoutPkceNorForAnotherRedirect() throws Exception {
    Browser controller = Browser.of(port, "controller");

    assertThat(controller.location(controller.get(authorize(client, REDIRECT, false))))
        .doesNotContain("code=");
    HttpResponse<String> foreign =
        controller.get(authorize(client, "https://evil.example/back", true));
    assertThat(foreign.statusCode()).isEqualTo(400);
    assertThat(controller.location(foreign)).isEmpty();
  }

  private String authorize(String clientId, String redirect, boolean withChallenge)
      throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    return "/oauth2/authorize?response_type=code&client_id=%s&redirect_uri=%s&state=x%s"
        .formatted(
            clientId,
            redirect.replace(":", "%3A").replace("/", "%2F"),
            withChallenge ? "&code_challenge_method=S256&code_challenge=" + challenge : "");
  }

  private static String code(String location) {
    Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
    assertThat(code.find()).as(location).isTrue();
    return code.group(1);
  }

  private HttpResponse<String> exchange(String code, String verifier) {
    return post(
        "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
            .formatted(code, REDIRECT.replace(":", "%3A").replace("/", "%2F"), verifier));
  }

  private HttpResponse<String> post(String form) {
    var program = new Browser(port);
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return program.send(
        program
            .request("/oauth2/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> me(String token) {
    var program = new Browser(port);
    return program.send(
        program.request("/api/me").header("Authorization", "Bearer " + token).GET());
  }
}
