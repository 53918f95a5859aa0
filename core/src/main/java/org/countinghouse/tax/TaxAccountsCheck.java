package org.countinghouse.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * What the month's tax return is made of must stand on the tax accounts. Tax that came with
 * imported journals, worked out by the system they came from, is told as a figure.
 */
@Component
class TaxAccountsCheck implements ReadinessCheck {

  private final TaxCodes codes;
  private final TaxEntryMapper mapper;
  private final Organizations organizations;

  TaxAccountsCheck(TaxCodes codes, TaxEntryMapper mapper, Organizations organizations) {
    this.codes = codes;
    this.mapper = mapper;
    this.organizations = organizations;
  }

  @Override
  public String key() {
    return "tax.accounts-tie";
  }

  @Override
  public Title title() {
    return new Title(
        "Tax by tax codes equals the tax accounts",
        "Steuer nach Steuerschlüsseln gleich Steuerkonten");
  }

  @Override
  public Set<String> after() {
    return Set.of("payables.sign-offs-finished", ROUTINES);
  }

  @Override
  public Set<String> watchedAccounts(UUID organizationId, YearMonth period) {
    return codes.accounts(organizationId);
  }

  @Override
  public boolean growsWithTheLines() {
    return true;
  }

  @Override
  public Readiness check(UUID organizationId, YearMonth period) {
    Set<String> accounts = codes.accounts(organizationId);
    if (accounts.isEmpty()) {
      return Readiness.ready(Map.of("tax", "not set up"));
    }
    Currency base = organizations.byId(organizationId).baseCurrency();
    List<TieOut> ties = new ArrayList<>();
    Money without = Money.zero(base);
    for (TaxEntryMapper.TieRow row :
        mapper.listTies(
            organizationId,
            accounts.toArray(String[]::new),
            period.atDay(1),
            period.atEndOfMonth())) {
      ties.add(
          new TieOut("tax", row.account(), money(row.coded(), base), money(row.entries(), base)));
      without = without.plus(money(row.movement().subtract(row.coded()), base).abs());
    }
    return Readiness.ofTieOuts(ties, Map.of("withoutTaxCode", without.toString()));
  }

  private static Money money(BigDecimal amount, Currency base) {
    return Money.rounded(amount, base, RoundingMode.UNNECESSARY);
  }
}
