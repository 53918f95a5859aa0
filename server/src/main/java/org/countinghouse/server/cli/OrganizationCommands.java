package org.countinghouse.server.cli;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organizations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code organization …}: the legal entities. */
@Command(
    name = "organization",
    description = "Legal entities.",
    mixinStandardHelpOptions = true,
    subcommands = {OrganizationCommands.Create.class, OrganizationCommands.ListAll.class})
final class OrganizationCommands {

  private OrganizationCommands() {}

  @Command(
      name = "create",
      description = "Sets up a legal entity.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CODE", description = "short code, also the engine's tenant id")
    private String code = "";

    @Option(names = "--name", required = true, description = "legal name")
    private String name = "";

    @Option(names = "--country", required = true, description = "ISO 3166 code, e.g. DE")
    private String country = "";

    @Option(names = "--currency", required = true, description = "base currency, e.g. EUR")
    private String currency = "";

    @Option(names = "--zone", required = true, description = "time zone, e.g. Europe/Berlin")
    private String zone = "";

    @Option(names = "--locale", description = "language and formats, e.g. de-DE (default: en-GB)")
    private String locale = "en-GB";

    @Option(
        names = "--fiscal-year-start",
        paramLabel = "MM-DD",
        description = "first day of the fiscal year (default: 01-01)")
    private String fiscalYearStart = "01-01";

    @Override
    public Integer call() {
      var wanted =
          new NewOrganization(
              code,
              name,
              country,
              Currency.getInstance(currency),
              ZoneId.of(zone),
              Locale.forLanguageTag(locale),
              MonthDay.parse("--" + fiscalYearStart));
      application.run(
          context ->
              context.getBean(Organizations.class).create(wanted, Actor.system("command-line")));
      spec.commandLine().getOut().printf("Organization %s set up.%n", code);
      return 0;
    }
  }

  @Command(name = "list", description = "All of them.", mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      return application.run(
          context -> {
            context
                .getBean(Organizations.class)
                .list()
                .forEach(
                    organization ->
                        spec.commandLine()
                            .getOut()
                            .printf(
                                "%-16s %-34s %s %s %s%n",
                                organization.code(),
                                organization.name(),
                                organization.country(),
                                organization.baseCurrency(),
                                organization.zone()));
            return 0;
          });
    }
  }
}
