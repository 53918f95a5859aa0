package org.countinghouse.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets the demo up on the first start, in one transaction; later starts leave it as it is. Then its
 * people order something, each step a transaction of its own.
 */
@Component
@Profile("demo")
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoData implements ApplicationRunner {

  private final Organizations organizations;
  private final ChartTemplates charts;
  private final FiscalYears years;
  private final DemoProfiles profiles;
  private final DemoPayables payables;
  private final DemoBanks banks;
  private final DemoPayments payments;
  private final DemoRates rates;
  private final DemoAssets assets;
  private final DemoControlling controlling;
  private final DemoConsolidation consolidation;
  private final DemoProcurement procurement;
  private final DemoReceipts receipts;
  private final DemoMatching matching;
  private final DemoSupplierChanges supplierChanges;
  private final DemoFiles files;
  private final DemoPeople people;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DemoData(
      Organizations organizations,
      ChartTemplates charts,
      FiscalYears years,
      DemoProfiles profiles,
      DemoPayables payables,
      DemoBanks banks,
      DemoPayments payments,
      DemoRates rates,
      DemoAssets assets,
      DemoControlling controlling,
      DemoConsolidation consolidation,
      DemoProcurement procurement,
      DemoReceipts receipts,
      DemoMatching matching,
      DemoSupplierChanges supplierChanges,
      DemoFiles files,
      DemoPeople people,
      TransactionTemplate transaction,
      Clock clock) {
    this.organizations = organizations;
    this.charts = charts;
    this.years = years;
    this.profiles = profiles;
    this.payables = payables;
    this.banks = banks;
    this.payments = payments;
    this.rates = rates;
    this.assets = assets;
    this.controlling = controlling;
    this.consolidation = consolidation;
    this.procurement = procurement;
    this.receipts = receipts;
    this.matching = matching;
    this.supplierChanges = supplierChanges;
    this.files = files;
    this.people = people;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (organizations.findByCode(DemoGroup.COMPANIES.get(0).code()).isEmpty()) {
      transaction.executeWithoutResult(status -> setUp());
      // people work on what is there
      procurement.order(organizations.byCode("HBDE"));
      receipts.receive(organizations.byCode("HBDE"));
      matching.writeInvoices(organizations.byCode("HBDE"));
      supplierChanges.ask(organizations.byCode("HBDE"));
    }
  }

  private void setUp() {
    Actor by = Actor.system("demo");
    List<Organization> companies =
        DemoGroup.COMPANIES.stream().map(company -> open(company, by)).toList();
    people.settleIn(companies, by);
    companies.forEach(company -> payables.setUp(company, by));
    companies.forEach(company -> banks.setUp(company, by));
    companies.forEach(company -> payments.setUp(company, by));
    companies.forEach(company -> rates.publish(company, by));
    companies.forEach(company -> assets.setUp(company, by));
    companies.forEach(company -> controlling.setUp(company, by));
    companies.forEach(company -> procurement.setUp(company, by));
    companies.forEach(company -> matching.setUp(company, by));
    consolidation.setUp(companies, by);
    companies.stream().filter(company -> company.country().equals("DE")).forEach(files::write);
  }

  private Organization open(NewOrganization wanted, Actor by) {
    Organization company = organizations.create(wanted, by);
    profiles.setUp(company, by);
    DemoGroup.COST_CENTRES.forEach(
        centre -> organizations.createCostCentre(company.id(), centre.code(), centre.name(), by));
    charts.install(company.id(), company.country(), by);
    int year = LocalDate.now(clock.withZone(company.zone())).getYear();
    years.open(company.id(), year - 1, by);
    years.open(company.id(), year, by);
    return company;
  }
}
