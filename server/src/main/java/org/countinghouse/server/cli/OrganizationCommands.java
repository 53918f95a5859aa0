package org.countinghouse.server.cli;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.tax.TaxCodeTemplates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
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

    @Option(
        names = "--chart",
        paramLabel = "COUNTRY",
        description = "chart of accounts and tax codes to begin with: de, gb, us (default: none)")
    private @Nullable String chart;

    @Option(
        names = "--fiscal-year",
        paramLabel = "YEAR",
        description = "year to open, named by the calendar year it ends in; may be repeated")
    private List<Integer> fiscalYears = new ArrayList<>();

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
              context
                  .getBean(TransactionTemplate.class)
                  .execute(
                      status -> {
                        setUp(context, wanted);
                        return 0;
                      }));
      spec.commandLine().getOut().printf("Organization %s set up.%n", code);
      return 0;
    }

    private void setUp(ApplicationContext context, NewOrganization wanted) {
      Actor by = Actor.system("command-line");
      Organization created = context.getBean(Organizations.class).create(wanted, by);
      if (chart != null) {
        context.getBean(ChartTemplates.class).install(created.id(), chart, by);
        TaxCodeTemplates taxCodes = context.getBean(TaxCodeTemplates.class);
        if (taxCodes.names().contains(chart.toLowerCase(Locale.ROOT))) {
          taxCodes.install(created.id(), chart, by);
        }
      }
      fiscalYears.forEach(year -> context.getBean(FiscalYears.class).open(created.id(), year, by));
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
