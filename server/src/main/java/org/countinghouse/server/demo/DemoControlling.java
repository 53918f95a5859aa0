package org.countinghouse.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.access.Actor;
import org.countinghouse.allocations.AllocationRule;
import org.countinghouse.allocations.AllocationRules;
import org.countinghouse.allocations.Driver;
import org.countinghouse.allocations.NewRule;
import org.countinghouse.allocations.Statistics;
import org.countinghouse.budgets.Budget;
import org.countinghouse.budgets.BudgetImport;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.organizations.Organization;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the demo's controllers work with: a budget for this year and the last, and a rule that
 * carries the costs of information technology to the others by the people they have.
 */
@Component
@Profile("demo")
class DemoControlling {

  private static final Actor MAKER = Actor.of("accountant");
  private static final Actor CHECKER = Actor.of("controller");
  private static final String PEOPLE = "PEOPLE";
  private static final Map<String, String> HEADCOUNT =
      Map.of("CC100", "6", "CC200", "14", "CC300", "20", "CC400", "4");

  /** Overheads that may stand on information technology. */
  private static final Map<String, String> OVERHEADS =
      Map.of("GB", "6000-8999", "DE", "6000-6879", "US", "60100-67000,68000,69000-69100,69900");

  private final Budgets budgets;
  private final BudgetImport imports;
  private final Statistics statistics;
  private final AllocationRules rules;
  private final Clock clock;

  DemoControlling(
      Budgets budgets,
      BudgetImport imports,
      Statistics statistics,
      AllocationRules rules,
      Clock clock) {
    this.budgets = budgets;
    this.imports = imports;
    this.statistics = statistics;
    this.rules = rules;
    this.clock = clock;
  }

  void setUp(Organization company, Actor by) {
    int year = LocalDate.now(clock.withZone(company.zone())).getYear();
    byte[] plan = plan(company);
    for (int each : List.of(year - 1, year)) {
      Budget draft =
          imports.run(
              new BudgetImport.Request(
                  company.id(), Budgets.DEFAULT_CODE, each, "Budget " + each, "budget.csv"),
              plan,
              MAKER);
      budgets.activate(draft.id(), CHECKER);
    }
    YearMonth first = YearMonth.of(year - 1, 1);
    statistics.create(company.id(), new Statistics.Statistic(PEOPLE, "Headcount", "people"), by);
    statistics.report(
        company.id(),
        HEADCOUNT.entrySet().stream()
            .map(
                people ->
                    new Statistics.Value(
                        PEOPLE, people.getKey(), first, new BigDecimal(people.getValue())))
            .toList(),
        by);
    rules.create(
        company.id(),
        new NewRule(
            "IT",
            "Information technology by headcount",
            10,
            "CC400",
            Objects.requireNonNull(OVERHEADS.get(company.country())),
            null,
            null,
            Driver.STATISTIC,
            PEOPLE,
            null,
            first,
            List.of("CC100", "CC200", "CC300").stream()
                .map(centre -> new AllocationRule.Target(centre, null))
                .toList()),
        by);
  }

  private static byte[] plan(Organization company) {
    String name = company.country().toLowerCase(Locale.ROOT);
    try {
      return new ClassPathResource("demo/budgets/" + name + ".csv").getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
