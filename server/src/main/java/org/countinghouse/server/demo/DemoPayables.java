package org.countinghouse.server.demo;

import java.math.BigDecimal;
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
import org.countinghouse.payables.TaxCode;
import org.countinghouse.payables.TaxCode.Kind;
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

  /** Rates as of 2026: UK VATA 1994 s. 2 and 29A; Germany UStG § 12; the US has no VAT. */
  private static final Map<String, List<Tax>> TAXES =
      Map.of(
          "GB",
              List.of(
                  new Tax("S20", "VAT 20 %", "S", "20", Kind.RECOVERABLE, "0", "2201", ""),
                  new Tax("S5", "VAT 5 %", "S", "5", Kind.RECOVERABLE, "0", "2201", ""),
                  new Tax("Z0", "VAT zero-rated", "Z", "0", Kind.NONE, "0", "", ""),
                  new Tax("E0", "VAT exempt", "E", "0", Kind.NONE, "0", "", ""),
                  new Tax("O0", "Outside the scope of VAT", "O", "0", Kind.NONE, "0", "", ""),
                  new Tax(
                      "AE20",
                      "Reverse charge 20 %",
                      "AE",
                      "0",
                      Kind.REVERSE_CHARGE,
                      "20",
                      "2201",
                      "2200")),
          "DE",
              List.of(
                  new Tax("VST19", "Vorsteuer 19 %", "S", "19", Kind.RECOVERABLE, "0", "1406", ""),
                  new Tax("VST7", "Vorsteuer 7 %", "S", "7", Kind.RECOVERABLE, "0", "1401", ""),
                  new Tax("FREI", "Steuerfrei", "E", "0", Kind.NONE, "0", "", ""),
                  new Tax("NULL", "Nullsatz", "Z", "0", Kind.NONE, "0", "", ""),
                  new Tax("NSTB", "Nicht steuerbar", "O", "0", Kind.NONE, "0", "", ""),
                  new Tax(
                      "RC19",
                      "Steuerschuldnerschaft § 13b UStG 19 %",
                      "AE",
                      "0",
                      Kind.REVERSE_CHARGE,
                      "19",
                      "1407",
                      "3837"),
                  new Tax(
                      "IGE19",
                      "Innergemeinschaftlicher Erwerb 19 %",
                      "K",
                      "0",
                      Kind.REVERSE_CHARGE,
                      "19",
                      "1404",
                      "3804")),
          "US",
              List.of(
                  new Tax("O0", "No sales tax stated", "O", "0", Kind.NONE, "0", "", ""),
                  new Tax("E0", "Exempt", "E", "0", Kind.NONE, "0", "", ""),
                  new Tax("Z0", "Zero", "Z", "0", Kind.NONE, "0", "", "")));

  private final PayablesSetup setup;
  private final Suppliers suppliers;

  DemoPayables(PayablesSetup setup, Suppliers suppliers) {
    this.setup = setup;
    this.suppliers = suppliers;
  }

  void setUp(Organization company, Actor by) {
    String country = company.country();
    setup.setAccounts(company.id(), Objects.requireNonNull(ACCOUNTS.get(country)), by);
    TAXES.getOrDefault(country, List.of()).forEach(tax -> setup.createTaxCode(tax.in(company), by));
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
            List.of(new PayeeAccount(seed.iban(), null, seed.party().name()))),
        Actor.of("ap-clerk"),
        Actor.of("controller"));
  }

  private record Tax(
      String code,
      String name,
      String category,
      String rate,
      Kind kind,
      String ownRate,
      String input,
      String output) {

    TaxCode in(Organization company) {
      return new TaxCode(
          company.id(),
          code,
          name,
          category,
          new BigDecimal(rate),
          kind,
          new BigDecimal(ownRate),
          input.isEmpty() ? null : input,
          output.isEmpty() ? null : output);
    }
  }
}
