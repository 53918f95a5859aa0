package org.countinghouse.server.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetCategories;
import org.countinghouse.assets.AssetCategory;
import org.countinghouse.assets.AssetDetails;
import org.countinghouse.assets.Assets;
import org.countinghouse.assets.Beginning;
import org.countinghouse.assets.NewAsset;
import org.countinghouse.assets.TermsWish;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The machines and software the demo's companies bought this month, written down as each country's
 * accountants do: by months in Europe, by the half-year convention in America.
 */
@Component
@Profile("demo")
class DemoAssets {

  private static final Map<String, Accounts> MACHINES =
      Map.of(
          "GB", new Accounts("0020", "0021", "8000"),
          "DE", new Accounts("0400", "0419", "6220"),
          "US", new Accounts("15200", "15250", "69000"));

  private static final Map<String, Accounts> SOFTWARE =
      Map.of(
          "GB", new Accounts("0015", "0016", "8001"),
          "DE", new Accounts("0135", "0139", "6201"),
          "US", new Accounts("17100", "17150", "69100"));

  private final AssetCategories categories;
  private final Assets assets;
  private final ChartOfAccounts chart;
  private final Clock clock;

  DemoAssets(AssetCategories categories, Assets assets, ChartOfAccounts chart, Clock clock) {
    this.categories = categories;
    this.assets = assets;
    this.chart = chart;
    this.clock = clock;
  }

  private record Accounts(String cost, String depreciation, String expense) {}

  void setUp(Organization company, Actor by) {
    boolean american = company.country().equals("US");
    BigDecimal rate = american ? new BigDecimal("0.285714") : null; // 200 % over seven years
    categories.create(
        category(
            company,
            "MACHINES",
            "Machines",
            MACHINES,
            american ? Method.DECLINING : Method.STRAIGHT_LINE,
            american ? Convention.HALF_YEAR : Convention.FULL_MONTH,
            84,
            rate),
        by);
    categories.create(
        category(
            company,
            "SOFTWARE",
            "Software",
            SOFTWARE,
            Method.STRAIGHT_LINE,
            Convention.FULL_MONTH,
            36,
            null),
        by);
    // in the month that runs: an earlier one would have to be closed before any after it
    LocalDate day = LocalDate.now(clock.withZone(company.zone())).withDayOfMonth(1);
    assets.registerAll(
        company.id(),
        List.of(
            asset(company, "Packing line", "MACHINES", "CC300", day, "42000.00"),
            asset(company, "Merchandise planning system", "SOFTWARE", "CC400", day, "18000.00"),
            asset(company, "Delivery van", "MACHINES", "CC300", day, "36000.00")
                .with(
                    new TermsWish(
                        Method.STRAIGHT_LINE,
                        Convention.FULL_MONTH,
                        72,
                        null,
                        new BigDecimal("3600.00"),
                        null,
                        null))),
        by);
  }

  private NewAsset asset(
      Organization company,
      String name,
      String category,
      String costCentre,
      LocalDate day,
      String cost) {
    String opening = chart.forPurpose(company.id(), AccountPurpose.OPENING_BALANCES).code();
    return NewAsset.of(
        name,
        category,
        AssetDetails.at(costCentre),
        Beginning.boughtAgainst(
            day, Money.of(cost, company.baseCurrency().getCurrencyCode()), opening));
  }

  private static AssetCategory category(
      Organization company,
      String code,
      String name,
      Map<String, Accounts> accounts,
      Method method,
      Convention convention,
      int life,
      @Nullable BigDecimal rate) {
    Accounts own = Objects.requireNonNull(accounts.get(company.country()));
    return new AssetCategory(
        company.id(),
        code,
        name,
        own.cost(),
        own.depreciation(),
        own.expense(),
        null,
        method,
        convention,
        life,
        rate,
        BigDecimal.ZERO);
  }
}
