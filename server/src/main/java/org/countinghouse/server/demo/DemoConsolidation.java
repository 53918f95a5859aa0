package org.countinghouse.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.consolidation.Group;
import org.countinghouse.consolidation.GroupChart;
import org.countinghouse.consolidation.GroupTemplate;
import org.countinghouse.consolidation.Groups;
import org.countinghouse.consolidation.NewGroup;
import org.countinghouse.consolidation.NewPair;
import org.countinghouse.consolidation.PairKind;
import org.countinghouse.currency.FxRates;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organization;
import org.countinghouse.revaluation.MonetaryAccounts;
import org.countinghouse.revaluation.Treatment;
import org.countinghouse.samples.SampleCompany;
import org.countinghouse.samples.SampleEntry;
import org.countinghouse.samples.SampleFiles;
import org.countinghouse.samples.SamplePair;
import org.countinghouse.samples.SampleYear;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The group of the demo's companies: accounts for each other, intercompany pairs, and last year's
 * business as files for the {@code journals} channel, to be dropped month by month.
 */
@Component
@Profile("demo")
class DemoConsolidation {

  static final String GROUP = "HARBOUR";

  private static final BigDecimal TOLERANCE = new BigDecimal("1.00");

  private final ChartOfAccounts chart;
  private final MonetaryAccounts monetary;
  private final FxRates rates;
  private final Groups groups;
  private final GroupChart groupChart;
  private final GroupTemplate template;
  private final Path folder;
  private final int size;
  private final Clock clock;

  DemoConsolidation(
      ChartOfAccounts chart,
      MonetaryAccounts monetary,
      FxRates rates,
      Groups groups,
      GroupChart groupChart,
      GroupTemplate template,
      @Value("${countinghouse.data-directory}/demo/year") Path folder,
      @Value("${countinghouse.demo.size:1}") int size,
      Clock clock) {
    this.chart = chart;
    this.monetary = monetary;
    this.rates = rates;
    this.groups = groups;
    this.groupChart = groupChart;
    this.template = template;
    this.folder = folder;
    this.size = size;
    this.clock = clock;
  }

  void setUp(List<Organization> companies, Actor by) {
    Map<String, Organization> byCode =
        companies.stream().collect(Collectors.toMap(Organization::code, Function.identity()));
    var year =
        new SampleYear(
            Year.now(clock).getValue() - 1, size, rates(of(SampleCompany.HBUK, byCode).id()));
    for (SampleCompany company : SampleCompany.all()) {
      Organization organization = of(company, byCode);
      chart.create(organization.id(), company.ownAccounts(), by);
      company
          .monetaryAccounts()
          .forEach(code -> monetary.treat(organization.id(), code, Treatment.MONETARY, by));
      write(company, year);
    }
    group(byCode, by);
  }

  private void group(Map<String, Organization> companies, Actor by) {
    Organization parent = of(SampleCompany.HBUK, companies);
    Group group =
        groups.create(
            new NewGroup(
                parent.id(), GROUP, "Harbour group", Currency.getInstance("EUR"), TOLERANCE),
            by);
    companies.values().stream()
        .filter(company -> !company.equals(parent))
        .forEach(company -> groups.addMember(group, company.id(), by));
    template.install(group, by);
    for (SamplePair pair : SamplePair.all()) {
      groupChart.pair(
          group,
          new NewPair(
              PairKind.valueOf(pair.kind()),
              pair.name(),
              of(pair.companyA(), companies).id(),
              pair.accountA(),
              of(pair.companyB(), companies).id(),
              pair.accountB()),
          by);
    }
  }

  private static Organization of(SampleCompany company, Map<String, Organization> companies) {
    Organization organization = companies.get(company.code());
    if (organization == null) {
      throw new IllegalStateException("the demo has no " + company.code());
    }
    return organization;
  }

  /** Those the demo publishes, each looked up once. */
  private SampleYear.Rates rates(UUID parent) {
    Map<String, BigDecimal> known = new HashMap<>();
    return (from, to, on) ->
        known.computeIfAbsent(
            "%s %s %s".formatted(from, to, on), key -> rates.rate(parent, from, to, on).rate());
  }

  private void write(SampleCompany company, SampleYear year) {
    try {
      Path own = Files.createDirectories(folder.resolve(company.code()));
      for (YearMonth month : year.months()) {
        List<SampleEntry> entries = new ArrayList<>();
        if (month.getMonthValue() == 1) {
          entries.add(year.opening(company));
        }
        entries.addAll(year.entries(company, month));
        try (var out = Files.newBufferedWriter(own.resolve("journals-" + month + ".csv"))) {
          SampleFiles.write(entries, company, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's year could not be written to " + folder, e);
    }
  }
}
