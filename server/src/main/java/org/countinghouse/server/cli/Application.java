package org.countinghouse.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.countinghouse.server.CountinghouseApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/**
 * The application as a command needs it: no web, no routes, no schedules, nothing made that the
 * command does not ask for. Beside a running server it uses that server's database.
 */
final class Application {

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "A configuration property, e.g. countinghouse.data-directory=/srv/countinghouse")
  private Map<String, String> properties = Map.of();

  /** What the command does with the application; the application is closed afterwards. */
  <T> T run(Function<ConfigurableApplicationContext, T> command) {
    try (ConfigurableApplicationContext context = start()) {
      return command.apply(context);
    }
  }

  private ConfigurableApplicationContext start() {
    List<String> arguments = new ArrayList<>();
    properties.forEach((key, value) -> arguments.add("--%s=%s".formatted(key, value)));
    return new SpringApplicationBuilder(CountinghouseApplication.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .properties(
            Map.of(
                "countinghouse.database.join", "true",
                "countinghouse.command-line", "true",
                "camunda.bpm.job-execution.enabled", "false",
                "camel.main.auto-startup", "false",
                "logging.level.org.apache.camel", "error", // "has only been running for a second"
                "spring.quartz.auto-startup", "false",
                "spring.artemis.embedded.enabled", "false",
                "spring.jmx.enabled", "false",
                "logging.level.org.countinghouse", "warn"))
        .run(arguments.toArray(String[]::new));
  }
}
