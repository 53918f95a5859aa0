package org.countinghouse.revaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.currency.CurrencyError;
import org.countinghouse.currency.FxRate;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out what a month's end is worth, from the balances kept at posting: O(accounts). */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class RevaluationPlans {

  private final RevaluationMapper mapper;
  private final MonetaryAccounts monetary;
  private final ChartOfAccounts chart;
  private final FxRates rates;
  private final Organizations organizations;

  RevaluationPlans(
      RevaluationMapper mapper,
      MonetaryAccounts monetary,
      ChartOfAccounts chart,
      FxRates rates,
      Organizations organizations) {
    this.mapper = mapper;
    this.monetary = monetary;
    this.chart = chart;
    this.rates = rates;
    this.organizations = organizations;
  }

  private record Key(String account, String currency) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
    }
  }

  /** Balances of one key: in its currency, at book value, and what was valued already. */
  private record Amounts(BigDecimal balance, BigDecimal bookValue, BigDecimal posted) {}

  /**
   * The plan as the books stand now.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  public RevaluationPlan plan(UUID organizationId, YearMonth month) {
    Currency base = organizations.byId(organizationId).baseCurrency();
    Map<String, Account> accounts =
        chart.accounts(organizationId).stream()
            .collect(Collectors.toMap(Account::code, Function.identity()));
    Map<String, Treatment> known = monetary.known(organizationId);
    Map<String, Optional<FxRate>> byCurrency = new HashMap<>();
    List<Position> positions = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (var entry : amounts(organizationId, month, base).entrySet()) {
      Key key = entry.getKey();
      Finding finding = treatmentFinding(key, accounts.get(key.account()), known, entry.getValue());
      if (finding != null) {
        findings.add(finding);
      } else if (isMonetary(accounts.get(key.account()), known)) {
        byCurrency
            .computeIfAbsent(
                key.currency(), code -> closingRate(organizationId, code, base, month, findings))
            .ifPresent(rate -> positions.add(position(key, entry.getValue(), rate, base)));
      } else if (entry.getValue().posted().signum() != 0) {
        positions.add(withdrawn(key, entry.getValue(), base, month));
      }
    }
    return new RevaluationPlan(organizationId, month, positions, findings, Money.zero(base));
  }

  private Map<Key, Amounts> amounts(UUID organizationId, YearMonth month, Currency base) {
    LocalDate period = month.atDay(1);
    Map<Key, Amounts> amounts = new TreeMap<>();
    mapper
        .listForeignBalances(organizationId, period, base.getCurrencyCode())
        .forEach(
            row ->
                amounts.put(
                    new Key(row.account(), row.currency()),
                    new Amounts(row.balance(), row.baseBalance(), BigDecimal.ZERO)));
    mapper
        .listPosted(organizationId, period)
        .forEach(
            row ->
                amounts.merge(
                    new Key(row.account(), row.currency()),
                    new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, row.posted()),
                    (held, valued) ->
                        new Amounts(held.balance(), held.bookValue(), valued.posted())));
    return amounts;
  }

  private static @Nullable Finding treatmentFinding(
      Key key, @Nullable Account account, Map<String, Treatment> known, Amounts amounts) {
    if (account == null
        || !MonetaryAccounts.canHold(account)
        || MonetaryAccounts.treatment(account, known).isPresent()) {
      return null;
    }
    Money held = new Money(amounts.balance(), Currency.getInstance(key.currency()));
    return RevaluationError.TREATMENT_MISSING.at(
        key.account() + " " + key.currency(), key.account(), held, key.account());
  }

  private static boolean isMonetary(@Nullable Account account, Map<String, Treatment> known) {
    return account != null
        && MonetaryAccounts.canHold(account)
        && MonetaryAccounts.treatment(account, known).orElseThrow() == Treatment.MONETARY;
  }

  private Optional<FxRate> closingRate(
      UUID organizationId, String code, Currency base, YearMonth month, List<Finding> findings) {
    LocalDate lastDay = month.atEndOfMonth();
    Optional<FxRate> rate = rates.find(organizationId, Currency.getInstance(code), base, lastDay);
    if (rate.isEmpty()) {
      findings.add(CurrencyError.RATE_MISSING.at(code, code, base, lastDay, FxRates.AGE_DAYS_MAX));
    }
    return rate;
  }

  private static Position position(Key key, Amounts amounts, FxRate rate, Currency base) {
    Money balance = new Money(amounts.balance(), Currency.getInstance(key.currency()));
    return new Position(
        key.account(),
        balance,
        new Money(amounts.bookValue(), base),
        rate,
        rate.convert(balance, base),
        new Money(amounts.posted(), base));
  }

  /** Valued before it was said not to be monetary: worth what it was booked at. */
  private static Position withdrawn(Key key, Amounts amounts, Currency base, YearMonth month) {
    Money bookValue = new Money(amounts.bookValue(), base);
    return new Position(
        key.account(),
        new Money(amounts.balance(), Currency.getInstance(key.currency())),
        bookValue,
        new FxRate(BigDecimal.ONE, month.atEndOfMonth(), "not monetary"),
        bookValue,
        new Money(amounts.posted(), base));
  }
}
