package org.countinghouse.server.startup;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The last thing the start prints: that it is ready, where, and in the demo as whom. */
@Component
final class ReadyMessage {

  private static final Logger log = LoggerFactory.getLogger(ReadyMessage.class);

  private final List<DemoLogins> demo;

  ReadyMessage(List<DemoLogins> demo) {
    this.demo = demo;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void say(ApplicationReadyEvent ready) {
    if (!(ready.getApplicationContext() instanceof ServletWebServerApplicationContext server)) {
      return;
    }
    Environment environment = ready.getApplicationContext().getEnvironment();
    String address = "http://localhost:" + server.getWebServer().getPort();
    var text = new StringBuilder("Countinghouse is ready.\n\n");
    link(text, "Tasklist (approvals)", address + "/camunda/app/tasklist/");
    link(text, "Cockpit (operations)", address + "/camunda/app/cockpit/");
    link(text, "REST API", address + "/v3/api-docs");
    link(
        text,
        "Health and metrics",
        "http://localhost:%s/actuator"
            .formatted(environment.getProperty("local.management.port", "8081")));
    link(text, "Drop folders", environment.getProperty("countinghouse.exchange.directory", ""));
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      demo.forEach(logins -> text.append('\n').append(logins.text()).append('\n'));
    }
    log.info(
        "{}", text.append("\nReady after ").append(ready.getTimeTaken().toSeconds()).append(" s."));
  }

  private static void link(StringBuilder text, String what, String where) {
    text.append("  %-22s%s%n".formatted(what, where));
  }
}
