package org.countinghouse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class LoginTests {

  private static final Actor SETUP = Actor.system("test");

  @LocalServerPort int port;
  @Autowired Users users;
  @Autowired Roles roles;
  @Autowired Organizations organizations;

  @Test
  void oneLoginOpensTasklistTheEngineAndOurApi() {
    Browser anna = Browser.of(port, "controller");

    assertThat(anna.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(anna.get("/camunda/api/admin/auth/user/default").body()).contains("\"controller\"");
    assertThat(anna.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
    assertThat(anna.get("/engine-rest/task/count").statusCode()).isEqualTo(200);
    HttpResponse<String> me = anna.get("/api/me");
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body()).contains("\"username\":\"controller\"", "\"HBDE\"", "\"HBUK\"");
  }

  @Test
  void tokenOfTheTasklistPageIsGoodForOurApi() {
    Browser anna = Browser.of(port, "controller");

    // the domain refuses it, so the CSRF check let it through
    HttpResponse<String> answer =
        anna.post("/api/access/substitutions?organization=HBDE", "{\"substitute\":\"\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("api.invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/access/substitutions?organization=HBDE",
        "/engine-rest/task",
        "/camunda/api/engine/engine/default/task"
      })
  void postWithoutTheCsrfTokenIsRefused(String path) {
    Browser anna = Browser.of(port, "controller");

    HttpResponse<String> without =
        anna.send(
            anna.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    HttpResponse<String> foreign =
        anna.send(
            anna.request(path)
                .header("Content-Type", "application/json")
                .header("Origin", "https://evil.example")
                .header("X-XSRF-TOKEN", "0123456789abcdef0123456789abcdef")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  void expiredSessionIsToldToLogInNotThatItMayNot() {
    Browser anna = Browser.of(port, "controller");
    anna.loseSession();

    assertThat(anna.post("/api/access/substitutions?organization=HBDE", "{}").statusCode())
        .isEqualTo(401);
    assertThat(anna.post("/camunda/api/engine/engine/default/task", "{}").statusCode())
        .isEqualTo(401);
    assertThat(anna.location(anna.get("/camunda/app/tasklist/default/"))).isEqualTo("/login");
  }

  @Test
  void logoutOfTasklistEndsTheOneSession() {
    Browser anna = Browser.of(port, "controller");

    assertThat(anna.post("/camunda/api/admin/auth/user/default/logout", "").statusCode())
        .isEqualTo(200);

    assertThat(anna.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(anna.location(anna.get("/camunda/app/tasklist/default/"))).isEqualTo("/login");
    anna.login("cfo", Browser.PASSWORD);
    assertThat(anna.get("/api/me").body()).contains("\"username\":\"cfo\"");
    assertThat(anna.get("/camunda/api/admin/auth/user/default").body())
        .doesNotContain("controller");
  }

  @Test
  void loginMakesANewSessionId() {
    var anna = new Browser(port);
    anna.formToken();
    String before = anna.cookie("JSESSIONID");

    anna.login("controller", Browser.PASSWORD);

    assertThat(before).isNotEmpty();
    assertThat(anna.cookie("JSESSIONID")).isNotEqualTo(before);
  }

  @Test
  void linkToATaskSurvivesTheLogin() {
    var anna = new Browser(port);
    HttpResponse<String> closed = anna.get("/tasks/5f0e0b1c-8d3a-11f0-9a51-0242ac120002");
    assertThat(anna.location(closed)).isEqualTo("/login");

    HttpResponse<String> in = anna.login("controller", Browser.PASSWORD);

    assertThat(anna.location(in)).isEqualTo("/tasks/5f0e0b1c-8d3a-11f0-9a51-0242ac120002");
    assertThat(anna.location(anna.get(anna.location(in))))
        .isEqualTo("/camunda/app/tasklist/default/#/?task=5f0e0b1c-8d3a-11f0-9a51-0242ac120002");
  }

  @ParameterizedTest
  @CsvSource({
    "controller,/camunda/app/tasklist/default/",
    "ops,/camunda/app/cockpit/default/",
    "auditor,/camunda/app/cockpit/default/"
  })
  void frontDoorLeadsToWhereOneWorks(String name, String where) {
    var browser = new Browser(port);
    HttpResponse<String> in = browser.login(name, Browser.PASSWORD);

    assertThat(browser.location(in)).isEqualTo("/");
    assertThat(browser.location(browser.get("/"))).isEqualTo(where);
    assertThat(browser.get(where).statusCode()).isEqualTo(200);
  }

  @Test
  void linkToCockpitSurvivesTheLogin() {
    var ops = new Browser(port);
    assertThat(ops.location(ops.get("/camunda/app/cockpit/"))).isEqualTo("/login");

    assertThat(ops.location(ops.login("ops", Browser.PASSWORD))).isEqualTo("/camunda/app/cockpit/");
  }

  @ParameterizedTest
  @CsvSource({
    "admin,admin",
    "demo,demo",
    "root,root",
    "administrator,administrator",
    "controller,controller",
    "administrator,admin",
    "camunda,camunda",
    "user,password",
    "test,test",
    "guest,guest",
    "'',''",
    "system:inbox,countinghouse"
  })
  void nobodyGetsInWithAGuess(String name, String password) {
    var anybody = new Browser(port);

    HttpResponse<String> answer = anybody.login(name, password);

    assertThat(anybody.location(answer)).doesNotContain("camunda");
    assertThat(anybody.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void guessingIsSlowedDownAndTheRightPasswordHasToWaitToo() {
    String name = newUser();
    var guesser = new Browser(port);
    for (int guess = 0; guess < 5; guess++) {
      assertThat(guesser.location(guesser.login(name, "guess " + guess))).isEqualTo("/login?error");
    }

    HttpResponse<String> throttled = guesser.login(name, "a strong password");

    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(throttled.body()).contains("Too many attempts");
    assertThat(guesser.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void changeOfRolesEndsTheSession() {
    String name = newUser();
    var anna = new Browser(port);
    anna.login(name, "a strong password");
    assertThat(anna.get("/api/me").statusCode()).isEqualTo(200);

    roles.revoke(name, "requester", organizations.byCode("HBDE").id(), SETUP);

    assertThat(anna.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void disabledUserIsOutAtOnceAndStaysOut() {
    String name = newUser();
    var anna = new Browser(port);
    anna.login(name, "a strong password");
    anna.get("/camunda/app/tasklist/default/");

    users.setEnabled(name, false, SETUP);

    assertThat(anna.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(401);
    assertThat(anna.location(anna.login(name, "a strong password"))).isEqualTo("/login?error");
  }

  @Test
  void pageSpeaksTheReadersLanguage() {
    var anybody = new Browser(port);

    assertThat(
            anybody
                .send(anybody.request("/login").header("Accept-Language", "de-AT,de;q=0.9").GET())
                .body())
        .contains("Anmelden", "lang=\"de\"");
    assertThat(
            anybody.send(anybody.request("/login").header("Accept-Language", "fr-FR").GET()).body())
        .contains("User name");
    assertThat(anybody.get("/login?lang=de").body()).contains("Passwort");
    assertThat(anybody.get("/login?error=%3Cscript%3E&lang=%3Cscript%3E").body())
        .doesNotContain("<script>");
  }

  @Test
  void pagesForbidFramesScriptsAndCaching() {
    var headers = new Browser(port).get("/login").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");

    Browser anna = Browser.of(port, "controller");
    var tasklist = anna.get("/camunda/app/tasklist/default/").headers();
    assertThat(tasklist.firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'");
    var api = anna.get("/api/me").headers();
    assertThat(api.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'self'");
    assertThat(api.firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  private String newUser() {
    String name = "u-" + UUID.randomUUID();
    users.create(
        NewUser.person(name, "Somebody", "", java.util.Locale.ENGLISH, "a strong password"), SETUP);
    roles.grant(name, "requester", organizations.byCode("HBDE").id(), SETUP);
    return name;
  }
}
