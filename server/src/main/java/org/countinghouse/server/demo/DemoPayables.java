package org.countinghouse.server.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.PayablesAccounts;
import org.countinghouse.payables.PayablesSetup;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.tax.TaxCodeTemplates;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What accounts payable of the demo stands on: its accounts, tax codes and known suppliers. */
@Component
@Profile("demo")
class DemoPayables {

  private static final Map<String, PayablesAccounts> ACCOUNTS =
      Map.of(
          "GB", new PayablesAccounts("2100", "1103", "7920"),
          "DE", new PayablesAccounts("3300", "1180", "6890"),
          "US", new PayablesAccounts("20100", "13000", "68200"));

  private final PayablesSetup setup;
  private final TaxCodeTemplates taxCodes;
  private final Suppliers suppliers;

  DemoPayables(PayablesSetup setup, TaxCodeTemplates taxCodes, Suppliers suppliers) {
    this.setup = setup;
    this.taxCodes = taxCodes;
    this.suppliers = suppliers;
  }

  void setUp(Organization company, Actor by) {
    String country = company.country();
    setup.setAccounts(company.id(), Objects.requireNonNull(ACCOUNTS.get(country)), by);
    taxCodes.install(company.id(), country, by);
    DemoSuppliers.of(country).forEach(supplier -> introduce(company, supplier));
  }

  /** Known for years: one person entered it, another verified it. */
  private void introduce(Organization company, DemoSuppliers.Seed seed) {
    suppliers.adopt(
        company.id(),
        new NewSupplier(
            seed.party(),
            new SupplierTerms(
                seed.paymentDays(), seed.account(), seed.costCentre(), seed.taxCode()),
            List.of(new PayeeAccount(seed.bankAccount(), null, seed.party().name()))),
        Actor.of("ap-clerk"),
        Actor.of("controller"));
  }
}
