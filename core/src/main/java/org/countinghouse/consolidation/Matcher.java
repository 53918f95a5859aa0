package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.countinghouse.consolidation.MemberFigures.CurrencyRow;
import org.countinghouse.consolidation.PairMatch.CurrencyMatch;
import org.countinghouse.organizations.Organization;
import org.springframework.stereotype.Component;

/**
 * Holds the two accounts of each pair against each other, in the currencies of the business itself:
 * so no rate can hide or make a difference. Balances are compared as they stand, results since the
 * group's fiscal year began.
 */
@Component
class Matcher {

  /** Before any books begin. */
  private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

  private final MemberFigures figures;

  Matcher(MemberFigures figures) {
    this.figures = figures;
  }

  /** Every pair but investments, in the order of the group's pairs. */
  List<PairMatch> match(GroupBook book, YearMonth period, GroupRates rates) {
    return book.pairs().stream()
        .filter(pair -> pair.kind() != PairKind.INVESTMENT)
        .map(pair -> match(book, pair, period, rates))
        .toList();
  }

  private PairMatch match(
      GroupBook book, IntercompanyPair pair, YearMonth period, GroupRates rates) {
    LocalDate from = pair.kind() == PairKind.RESULT ? book.yearStart(period).atDay(1) : EVER;
    Map<String, BigDecimal> a = amounts(pair.memberA(), pair.accountA(), from, period);
    Map<String, BigDecimal> b = amounts(pair.memberB(), pair.accountB(), from, period);
    TreeSet<String> currencies = new TreeSet<>(a.keySet());
    currencies.addAll(b.keySet());
    List<CurrencyMatch> rows = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (String code : currencies) {
      Currency currency = Currency.getInstance(code);
      BigDecimal amountA = a.getOrDefault(code, BigDecimal.ZERO);
      BigDecimal amountB = b.getOrDefault(code, BigDecimal.ZERO);
      BigDecimal difference = amountA.add(amountB);
      BigDecimal inGroup =
          difference.signum() == 0
              ? BigDecimal.ZERO
              : scaled(difference.multiply(rates.closing(currency)), book.group().currency());
      total = total.add(inGroup);
      rows.add(
          new CurrencyMatch(
              code,
              scaled(amountA, currency),
              scaled(amountB, currency),
              scaled(difference, currency),
              scaled(inGroup, book.group().currency())));
    }
    return new PairMatch(
        pair,
        code(book, pair.memberA()),
        code(book, pair.memberB()),
        rows,
        scaled(total, book.group().currency()),
        total.abs().compareTo(book.group().tolerance()) <= 0);
  }

  private Map<String, BigDecimal> amounts(
      UUID member, String account, LocalDate from, YearMonth period) {
    Map<String, BigDecimal> amounts = new TreeMap<>();
    for (CurrencyRow row : figures.listCurrencies(member, account, from, period.atDay(1))) {
      amounts.put(row.currency(), row.amount());
    }
    return amounts;
  }

  private static String code(GroupBook book, UUID member) {
    return book.members().stream()
        .filter(each -> each.id().equals(member))
        .map(Organization::code)
        .findFirst()
        .orElse(member.toString());
  }

  private static BigDecimal scaled(BigDecimal amount, Currency currency) {
    return amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }
}
