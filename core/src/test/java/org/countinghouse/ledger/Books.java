package org.countinghouse.ledger;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.countinghouse.access.Actor;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** Books of new organizations for tests: a small chart and the fiscal year 2025. */
@Component
public class Books {

  public static final Actor MAKER = Actor.of("maker");
  public static final Currency EUR = Currency.getInstance("EUR");

  private final Organizations organizations;
  private final ChartOfAccounts chart;
  private final FiscalYears years;

  Books(Organizations organizations, ChartOfAccounts chart, FiscalYears years) {
    this.organizations = organizations;
    this.chart = chart;
    this.years = years;
  }

  /** An organization with an empty chart and no fiscal year. */
  public Organization bare() {
    return bare(EUR, MonthDay.of(1, 1));
  }

  /** The same that keeps its books in another currency. */
  public Organization bare(Currency base) {
    return bare(base, MonthDay.of(1, 1));
  }

  private Organization bare(Currency base, MonthDay fiscalYearStart) {
    String code = "T" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
    return organizations.create(
        new NewOrganization(
            code.toUpperCase(Locale.ROOT),
            "Test books",
            "DE",
            base,
            ZoneId.of("Europe/Berlin"),
            Locale.GERMANY,
            fiscalYearStart),
        MAKER);
  }

  /**
   * An organization with accounts, cost centres CC100 and CC200, project P-1, and the year 2025
   * open.
   */
  public UUID open() {
    UUID id = bare().id();
    chart(id);
    years.open(id, 2025, MAKER);
    return id;
  }

  private void chart(UUID id) {
    chart.create(
        id,
        List.of(
            NewAccount.heading("1000", "Cash and bank", AccountType.ASSET),
            NewAccount.of("1010", "Bank EUR", AccountType.ASSET).under("1000"),
            NewAccount.of("1020", "Bank USD", AccountType.ASSET)
                .under("1000")
                .in(Currency.getInstance("USD")),
            NewAccount.of("2000", "Trade payables", AccountType.LIABILITY).controlledBy("payables"),
            NewAccount.of("4000", "Sales", AccountType.INCOME),
            NewAccount.of("6100", "Rent", AccountType.EXPENSE),
            NewAccount.of("6200", "Office supplies", AccountType.EXPENSE).perCostCentre()),
        MAKER);
    organizations.createCostCentre(id, "CC100", "Warehouse", MAKER);
    organizations.createCostCentre(id, "CC200", "Office", MAKER);
    organizations.createProject(id, "P-1", "New warehouse", MAKER);
  }

  /** The same with retained earnings, the year after open too, and this start of the year. */
  public UUID openForYearEnd(MonthDay fiscalYearStart) {
    UUID id = bare(EUR, fiscalYearStart).id();
    chart(id);
    chart.create(
        id,
        NewAccount.of("3200", "Retained earnings", AccountType.EQUITY)
            .serving(AccountPurpose.RETAINED_EARNINGS),
        MAKER);
    years.open(id, 2025, MAKER);
    years.open(id, 2026, MAKER);
    return id;
  }

  /** Rent paid from the bank. */
  public static JournalDraft rent(
      UUID organizationId, LocalDate day, String reference, String eur) {
    return new JournalDraft(
        organizationId,
        day,
        "Rent",
        "ledger",
        reference,
        List.of(
            DraftLine.debit("6100", Money.of(eur, "EUR")),
            DraftLine.credit("1010", Money.of(eur, "EUR"))));
  }
}
