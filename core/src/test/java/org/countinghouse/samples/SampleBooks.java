package org.countinghouse.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.countinghouse.access.Actor;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalFiles;
import org.countinghouse.ledger.JournalImport;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.revaluation.MonetaryAccounts;
import org.countinghouse.revaluation.Treatment;
import org.countinghouse.testing.TestOrganizations;
import org.springframework.stereotype.Component;

/** Organizations of a test's own that keep the sample books. */
@Component
public class SampleBooks {

  private static final Actor MAKER = Actor.system("test");

  private final TestOrganizations organizations;
  private final Organizations directory;
  private final ChartTemplates templates;
  private final ChartOfAccounts chart;
  private final FiscalYears years;
  private final JournalImport imports;
  private final RateBook rates;
  private final MonetaryAccounts monetary;

  SampleBooks(
      TestOrganizations organizations,
      Organizations directory,
      ChartTemplates templates,
      ChartOfAccounts chart,
      FiscalYears years,
      JournalImport imports,
      RateBook rates,
      MonetaryAccounts monetary) {
    this.organizations = organizations;
    this.directory = directory;
    this.templates = templates;
    this.chart = chart;
    this.years = years;
    this.imports = imports;
    this.rates = rates;
    this.monetary = monetary;
  }

  /** An organization with the company's chart, cost centres and open years; no journals yet. */
  public Organization open(SampleCompany company, int... fiscalYears) {
    Organization opened =
        switch (company.country()) {
          case "GB" -> organizations.british();
          case "DE" -> organizations.german();
          default -> organizations.organization("US", "USD", "America/New_York", Locale.US);
        };
    templates.install(opened.id(), company.country(), MAKER);
    chart.create(opened.id(), company.ownAccounts(), MAKER);
    SampleDesk.COST_CENTRES.forEach(
        code -> directory.createCostCentre(opened.id(), code, code, MAKER));
    company
        .monetaryAccounts()
        .forEach(code -> monetary.treat(opened.id(), code, Treatment.MONETARY, MAKER));
    for (int year : fiscalYears) {
      years.open(opened.id(), year, MAKER);
    }
    return opened;
  }

  /** Posts a month, the opening balances before the first. */
  public void post(
      Organization organization, SampleCompany company, SampleYear year, YearMonth month) {
    List<SampleEntry> entries = new ArrayList<>();
    if (month.getMonthValue() == 1) {
      entries.add(year.opening(company));
    }
    entries.addAll(year.entries(company, month));
    String csv = SampleFiles.csv(entries, company);
    var file = JournalFiles.of(csv.getBytes(StandardCharsets.UTF_8));
    try {
      imports.run(JournalFiles.request(organization.id(), file), file, lines -> {});
    } catch (BusinessException refused) {
      throw new AssertionError(refused.findings().toString(), refused);
    }
  }

  /** Publishes the year's rates to an organization. */
  public void publishRates(
      Organization organization, SampleYear year, LocalDate from, LocalDate to) {
    Currency euro = Currency.getInstance("EUR");
    List<RateQuote> quotes = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= 5) {
        for (String code : List.of("USD", "GBP")) {
          Currency currency = Currency.getInstance(code);
          quotes.add(new RateQuote(euro, currency, day, year.rates().rate(euro, currency, day)));
        }
      }
    }
    rates.record(organization.id(), quotes, "ECB", null, MAKER);
  }
}
