package org.countinghouse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Without a login there is the login page and nothing else, whatever a later module adds. */
@SystemTest
class AnonymousTests {

  private static final List<String> OPEN = List.of("/login");

  private static final List<String> OTHERS =
      List.of(
          "/camunda/app/tasklist/default/",
          "/camunda/app/cockpit/default/",
          "/camunda/app/admin/default/",
          "/camunda/app/welcome/default/",
          "/camunda/api/engine/engine/",
          "/camunda/api/engine/engine/default/task",
          "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
          "/camunda/api/admin/auth/user/default",
          "/camunda/api/admin/setup/default/user/create",
          "/camunda/lib/deps.js",
          "/camunda/assets/anything.svg",
          "/engine-rest",
          "/engine-rest/engine",
          "/engine-rest/task",
          "/engine-rest/user",
          "/engine-rest/openapi.json",
          "/v3/api-docs",
          "/v3/api-docs.yaml",
          "/v3/api-docs/swagger-config",
          "/swagger-ui/index.html",
          "/actuator",
          "/actuator/health",
          "/actuator/env",
          "/actuator/heapdump",
          "/error",
          "/",
          "/tasks/1",
          "/logout",
          "/userinfo",
          "/oauth2/authorize",
          "/connect/register",
          "/h2-console",
          "/WEB-INF/web.xml",
          "/META-INF/MANIFEST.MF",
          "/application.yml");

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyPathAsksForALogin() {
    var paths = new TreeSet<>(OTHERS);
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping.getPatternValues().stream()
                    .map(AnonymousTests::filled)
                    .forEach(paths::add));
    paths.removeAll(OPEN);
    assertThat(paths).hasSizeGreaterThan(OTHERS.size());

    var anybody = new Browser(port);
    assertThat(paths).allSatisfy(path -> assertRefused(anybody, path));
  }

  private static void assertRefused(Browser anybody, String path) {
    for (String method : Stream.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD").toList()) {
      var answer =
          anybody.send(anybody.request(path).method(method, BodyPublishers.ofString("{}")));
      boolean toLogin = answer.statusCode() == 302 && anybody.location(answer).startsWith("/login");
      assertThat(toLogin || answer.statusCode() >= 400 && answer.statusCode() < 500)
          .as("%s %s answered %s", method, path, answer.statusCode())
          .isTrue();
      assertThat(answer.body().length()).as("%s %s", method, path).isLessThan(1000);
    }
  }

  private static String filled(String pattern) {
    return pattern.replaceAll("\\{[^/]*}", "1").replace("**", "x").replace("*", "x");
  }
}
