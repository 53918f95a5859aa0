package org.countinghouse.assets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.testing.TestOrganizations;
import org.springframework.stereotype.Component;

/** A German company with machines, cars and land, its years 2025 and 2026 open. */
@Component
public class AssetsWorld {

  public static final Actor ACCOUNTANT = Actor.of("accountant");

  private final TestOrganizations organizations;
  private final Organizations costCentres;
  private final ChartOfAccounts chart;
  private final FiscalYears years;
  private final AssetCategories categories;

  AssetsWorld(
      TestOrganizations organizations,
      Organizations costCentres,
      ChartOfAccounts chart,
      FiscalYears years,
      AssetCategories categories) {
    this.organizations = organizations;
    this.costCentres = costCentres;
    this.chart = chart;
    this.years = years;
    this.categories = categories;
  }

  /** A new company with empty books. */
  public Organization company() {
    Organization company = organizations.german();
    UUID id = company.id();
    chart.create(
        id,
        List.of(
            NewAccount.of("0085", "Land", AccountType.ASSET),
            NewAccount.of("0420", "Machines", AccountType.ASSET),
            NewAccount.of("0429", "Machines, written down", AccountType.ASSET),
            NewAccount.of("0520", "Cars", AccountType.ASSET),
            NewAccount.of("0529", "Cars, written down", AccountType.ASSET),
            NewAccount.of("1800", "Bank", AccountType.ASSET),
            NewAccount.of("4900", "Gains on disposal", AccountType.INCOME)
                .serving(AccountPurpose.DISPOSAL_GAIN),
            NewAccount.of("6220", "Depreciation", AccountType.EXPENSE).perCostCentre(),
            NewAccount.of("6230", "Impairment", AccountType.EXPENSE).perCostCentre(),
            NewAccount.of("6900", "Losses on disposal", AccountType.EXPENSE)
                .serving(AccountPurpose.DISPOSAL_LOSS)),
        ACCOUNTANT);
    costCentres.createCostCentre(id, "CC100", "Works", ACCOUNTANT);
    costCentres.createCostCentre(id, "CC200", "Sales", ACCOUNTANT);
    years.open(id, 2025, ACCOUNTANT);
    years.open(id, 2026, ACCOUNTANT);
    categories.create(
        new AssetCategory(
            id,
            "MACHINES",
            "Machines",
            "0420",
            "0429",
            "6220",
            "6230",
            Method.STRAIGHT_LINE,
            Convention.FULL_MONTH,
            60,
            null,
            BigDecimal.ZERO),
        ACCOUNTANT);
    categories.create(
        new AssetCategory(
            id,
            "CARS",
            "Cars",
            "0520",
            "0529",
            "6220",
            null,
            Method.UNITS,
            Convention.FULL_MONTH,
            null,
            null,
            BigDecimal.TEN),
        ACCOUNTANT);
    categories.create(
        new AssetCategory(
            id,
            "LAND",
            "Land",
            "0085",
            null,
            null,
            null,
            Method.NONE,
            Convention.FULL_MONTH,
            null,
            null,
            BigDecimal.ZERO),
        ACCOUNTANT);
    return company;
  }

  /** A machine of 6,000.00, paid from the bank: 100.00 a month over five years. */
  public static NewAsset machine(LocalDate on) {
    return machine(on, "6000.00");
  }

  /** A machine paid from the bank. */
  public static NewAsset machine(LocalDate on, String cost) {
    return NewAsset.of(
        "Machine",
        "MACHINES",
        AssetDetails.at("CC100"),
        Beginning.boughtAgainst(on, eur(cost), "1800"));
  }

  static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
