package org.countinghouse.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.testing.TestOrganizations;
import org.springframework.stereotype.Component;

/** Organizations with the charts of accounts that come with the product, for tests of reports. */
@Component
public class ChartBooks {

  public static final Actor MAKER = Actor.of("maker");

  private final TestOrganizations organizations;
  private final Organizations registry;
  private final ChartTemplates templates;
  private final ChartOfAccounts chart;
  private final FiscalYears years;
  private final Periods periods;
  private final Ledger ledger;

  ChartBooks(
      TestOrganizations organizations,
      Organizations registry,
      ChartTemplates templates,
      ChartOfAccounts chart,
      FiscalYears years,
      Periods periods,
      Ledger ledger) {
    this.organizations = organizations;
    this.registry = registry;
    this.templates = templates;
    this.chart = chart;
    this.years = years;
    this.periods = periods;
    this.ledger = ledger;
  }

  /** An organization of this country with its chart and the fiscal years 2024 and 2025. */
  public Organization company(String country) {
    Organization organization =
        switch (country) {
          case "GB" -> organizations.british();
          case "DE" -> organizations.german();
          default -> organizations.organization("US", "USD", "America/New_York", Locale.US);
        };
    templates.install(organization.id(), country, MAKER);
    years.open(organization.id(), 2024, MAKER);
    years.open(organization.id(), 2025, MAKER);
    registry.createCostCentre(organization.id(), "HQ", "Head office", MAKER);
    return organization;
  }

  /** Posts an amount from one account to another. */
  public PostedJournal post(
      Organization organization, LocalDate day, String debit, String credit, String amount) {
    Money money = Money.of(amount, organization.baseCurrency().getCurrencyCode());
    List<Account> accounts = chart.accounts(organization.id());
    return ledger.post(
        new JournalDraft(
            organization.id(),
            day,
            debit + " to " + credit,
            module(accounts, debit, credit),
            UUID.randomUUID().toString(),
            List.of(
                line(accounts, DraftLine.debit(debit, money), debit),
                line(accounts, DraftLine.credit(credit, money), credit))),
        MAKER);
  }

  /** Posts between accounts taken at random from the whole chart, from a seed. */
  public void postAtRandom(Organization organization, int journals, long seed) {
    Random random = new Random(seed);
    Currency base = organization.baseCurrency();
    List<String> codes =
        chart.accounts(organization.id()).stream()
            .filter(Account::postable)
            .filter(account -> account.currency() == null || account.currency().equals(base))
            .filter(account -> account.controlledBy() == null)
            .map(Account::code)
            .toList();
    for (int i = 0; i < journals; i++) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
      String debit = codes.get(i % codes.size());
      String credit = codes.get(random.nextInt(codes.size()));
      if (!debit.equals(credit)) {
        String amount = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 2).toString();
        post(organization, day, debit, credit, amount);
      }
    }
  }

  /** Closes every month of a year. */
  public void close(Organization organization, int year) {
    for (int month = 1; month <= 12; month++) {
      YearMonth period = YearMonth.of(year, month);
      boolean open =
          periods.list(organization.id()).stream()
              .anyMatch(one -> one.month().equals(period) && one.state() != PeriodState.CLOSED);
      if (open) {
        periods.close(organization.id(), period, MAKER);
      }
    }
  }

  private static String module(List<Account> accounts, String... codes) {
    List<String> controlled = new ArrayList<>();
    for (Account account : accounts) {
      if (account.controlledBy() != null && List.of(codes).contains(account.code())) {
        controlled.add(account.controlledBy());
      }
    }
    return controlled.isEmpty() ? "ledger:test" : controlled.get(0) + ":test";
  }

  private static DraftLine line(List<Account> accounts, DraftLine line, String code) {
    boolean needsCostCentre =
        accounts.stream()
            .anyMatch(
                account ->
                    account.code().equals(code)
                        && account.requiredDimensions().contains("cost-centre"));
    return needsCostCentre ? line.at("HQ") : line;
  }
}
