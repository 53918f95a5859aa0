package org.countinghouse.assets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.assets.schedule.Terms;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;

/** What an organization's assets are checked against; read once for many. */
record EntryRules(
    Organization organization,
    Map<String, AssetCategory> categories,
    Map<String, Account> expenseAccounts,
    Set<String> costCentres) {

  AssetCategory category(String code) {
    AssetCategory category = categories.get(code);
    if (category == null) {
      throw AssetsError.CATEGORY_UNKNOWN.with(code);
    }
    return category;
  }

  Asset asset(NewAsset wanted, long number) {
    AssetCategory category = category(wanted.category());
    if (wanted.name().isBlank() || wanted.name().length() > 500) {
      throw AssetsError.ASSET_INVALID.with(wanted.name(), "give it a name of 1 to 500 letters.");
    }
    checkBeginning(wanted);
    checkCostCentre(wanted.name(), category, wanted.details().costCentre());
    return new Asset(
        Ids.next(),
        organization.id(),
        Asset.number(number),
        wanted.name(),
        category.code(),
        wanted.details(),
        terms(wanted, category),
        wanted.terms().unit(),
        1);
  }

  void checkCostCentre(String name, AssetCategory category, @Nullable String costCentre) {
    if (costCentre != null && !costCentres.contains(costCentre)) {
      throw AssetsError.COST_CENTRE_UNKNOWN.with(costCentre);
    }
    Account expense = expenseAccounts.get(String.valueOf(category.expenseAccount()));
    if (costCentre == null
        && expense != null
        && expense.requiredDimensions().contains(Account.COST_CENTRE)) {
      throw AssetsError.COST_CENTRE_MISSING.with(name, expense.code());
    }
  }

  private void checkBeginning(NewAsset wanted) {
    Beginning beginning = wanted.beginning();
    Money cost = beginning.cost();
    if (!cost.currency().equals(organization.baseCurrency()) || cost.amount().signum() <= 0) {
      throw AssetsError.AMOUNT_INVALID.with(
          "The cost", "an amount in " + organization.baseCurrency() + " above zero", cost);
    }
    Money accumulated = beginning.accumulated();
    if (accumulated == null) {
      return;
    }
    if (accumulated.isNegative() || accumulated.compareTo(cost) > 0) {
      throw AssetsError.AMOUNT_INVALID.with(
          "What is written down already", "between zero and the cost", accumulated);
    }
    if (beginning.on().getDayOfMonth() != 1) {
      throw AssetsError.TAKEOVER_DAY.with(beginning.on());
    }
    if (beginning.contraAccount() != null) {
      throw AssetsError.ASSET_INVALID.with(
          wanted.name(), "what is taken over is among the opening balances: name no account.");
    }
  }

  private Terms terms(NewAsset wanted, AssetCategory category) {
    TermsWish wish = wanted.terms();
    Method method = wish.method() == null ? category.method() : wish.method();
    Integer life = wish.lifeMonths() == null ? category.lifeMonths() : wish.lifeMonths();
    BigDecimal rate = wish.annualRate() == null ? category.annualRate() : wish.annualRate();
    boolean timed = method == Method.STRAIGHT_LINE || method == Method.DECLINING;
    require(
        !timed || (life != null && life >= 1 && life <= 1_200), wanted, method, "life in months");
    require(method != Method.DECLINING || isShare(rate), wanted, method, "rate between 0 and 1");
    require(
        method != Method.UNITS || (wish.units() != null && wish.units().signum() > 0),
        wanted,
        method,
        "expected units");
    if (method != Method.NONE && category.depreciationAccount() == null) {
      throw AssetsError.ASSET_INVALID.with(
          wanted.name(), "category " + category.code() + " has no account for depreciation.");
    }
    return new Terms(
        method,
        wish.convention() == null ? category.convention() : wish.convention(),
        wanted.inServiceOn(),
        life,
        rate,
        residual(wanted, category),
        wish.units());
  }

  private Money residual(NewAsset wanted, AssetCategory category) {
    Money cost = wanted.beginning().cost();
    BigDecimal wish = wanted.terms().residual();
    Money residual =
        wish == null
            ? cost.times(category.residualPercent().movePointLeft(2), RoundingMode.HALF_UP)
            : new Money(wish, cost.currency());
    if (residual.isNegative() || residual.compareTo(cost) > 0) {
      throw AssetsError.AMOUNT_INVALID.with("The residual", "between zero and the cost", residual);
    }
    return residual;
  }

  private static boolean isShare(@Nullable BigDecimal rate) {
    return rate != null && rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0;
  }

  private static void require(boolean said, NewAsset wanted, Method method, String what) {
    if (!said) {
      throw AssetsError.TERMS_INCOMPLETE.with(wanted.name(), method, what);
    }
  }
}
