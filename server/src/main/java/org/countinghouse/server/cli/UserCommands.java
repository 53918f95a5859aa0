package org.countinghouse.server.cli;

import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.countinghouse.access.Actor;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code user …}: the people and machines that may log in. */
@Command(
    name = "user",
    description = "Users and their roles.",
    mixinStandardHelpOptions = true,
    subcommands = {UserCommands.Create.class, UserCommands.ListAll.class})
final class UserCommands {

  private UserCommands() {}

  @Command(
      name = "create",
      description =
          "Makes a user. The password is asked for, or read from the environment variable COUNTINGHOUSE_PASSWORD.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "what he logs in with")
    private String username = "";

    @Option(names = "--display-name", description = "as others see him; the login name if left out")
    private @Nullable String displayName;

    @Option(names = "--email", description = "where reminders go")
    private String email = "";

    @Option(names = "--locale", description = "language and formats, e.g. de-DE (default: en-GB)")
    private String locale = "en-GB";

    @Option(names = "--administrator", description = "administers the whole installation")
    private boolean administrator;

    @Option(
        names = "--role",
        paramLabel = "ROLE[@ORGANIZATION]",
        description = "a role, and where it holds; may be repeated")
    private List<String> roles = List.of();

    @Override
    public Integer call() {
      String password = password();
      application.run(
          context -> {
            context
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> create(context, password));
            return true;
          });
      spec.commandLine().getOut().printf("User %s made.%n", username);
      return 0;
    }

    private void create(ApplicationContext context, String password) {
      Actor by = Actor.system("command-line");
      context
          .getBean(Users.class)
          .create(
              NewUser.person(
                  username,
                  displayName == null ? username : displayName,
                  email,
                  Locale.forLanguageTag(locale),
                  password),
              by);
      List<String> all = new ArrayList<>(roles);
      if (administrator) {
        all.add(Roles.ADMINISTRATOR);
      }
      for (String role : all) {
        int at = role.indexOf('@');
        UUID organization =
            at < 0
                ? null
                : context.getBean(Organizations.class).byCode(role.substring(at + 1)).id();
        context
            .getBean(Roles.class)
            .grant(username, at < 0 ? role : role.substring(0, at), organization, by);
      }
    }

    private String password() {
      String given = System.getenv("COUNTINGHOUSE_PASSWORD");
      if (given != null) {
        return given;
      }
      Console console = System.console();
      if (console == null) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no terminal to ask for the password: set COUNTINGHOUSE_PASSWORD");
      }
      String first = new String(console.readPassword("Password for %s: ", username));
      String again = new String(console.readPassword("Once more: "));
      if (!first.equals(again)) {
        throw new ParameterException(spec.commandLine(), "The two passwords differ: try again");
      }
      return first;
    }
  }

  @Command(
      name = "list",
      description = "All users and what they may do where.",
      mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      return application.run(
          context -> {
            Roles roles = context.getBean(Roles.class);
            Organizations organizations = context.getBean(Organizations.class);
            for (var user : context.getBean(Users.class).list()) {
              spec.commandLine()
                  .getOut()
                  .printf(
                      "%-20s %-30s %-8s %s%n",
                      user.username(),
                      user.displayName(),
                      user.enabled() ? "enabled" : "disabled",
                      roles.grantsOf(user.username()).stream()
                          .map(
                              grant ->
                                  grant.organizationId() == null
                                      ? grant.role()
                                      : grant.role()
                                          + "@"
                                          + organizations.byId(grant.organizationId()).code())
                          .toList());
            }
            return 0;
          });
    }
  }
}
