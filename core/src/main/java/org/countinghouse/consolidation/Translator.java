package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countinghouse.consolidation.ConsolidationLine.Kind;
import org.countinghouse.consolidation.MemberFigures.DayRow;
import org.countinghouse.consolidation.MemberFigures.MonthRow;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings a member's books into the group's currency (IAS 21.39): what is owned and owed at the rate
 * of the last day, results at the averages of the months they arose in, capital at the rates of the
 * days it came in. What that leaves is the translation reserve, and where it comes from is told.
 *
 * <p>Every account is rounded once, half up, to the group currency's minor unit; the reserve takes
 * what is left, so a member's lines always sum to zero.
 */
@Component
class Translator {

  private final MemberFigures figures;

  Translator(MemberFigures figures) {
    this.figures = figures;
  }

  /** An account's sums so far: in the member's currency, and exactly in the group's. */
  private static final class Sum {
    private final String account;
    private final GroupAccount target;
    private BigDecimal local = BigDecimal.ZERO;
    private BigDecimal exact = BigDecimal.ZERO;

    Sum(String account, GroupAccount target) {
      this.account = account;
      this.target = target;
    }

    void add(BigDecimal amount, BigDecimal rate) {
      local = local.add(amount);
      exact = exact.add(amount.multiply(rate));
    }
  }

  /**
   * One member as of a day.
   *
   * @param yearStart results of months before it are retained earnings
   * @throws org.countinghouse.errors.BusinessException {@code currency.rate-missing}, {@code
   *     currency.average-missing}; {@code consolidation.not-ready} where an account is not mapped
   */
  MemberTranslation translate(
      GroupBook book, Organization member, Cut cut, YearMonth yearStart, GroupRates rates) {
    Currency currency = member.baseCurrency();
    BigDecimal closing = rates.closing(currency);
    Sum earlier = new Sum("", book.require(GroupPurpose.RETAINED_EARNINGS));
    Map<String, Sum> sums = new TreeMap<>();
    for (MonthRow row : figures.listMonths(member.id(), cut)) {
      GroupAccount target = target(book, member, row.account());
      YearMonth month = YearMonth.from(row.period());
      if (isResult(row.type())) {
        Sum sum =
            month.isBefore(yearStart)
                ? earlier
                : sums.computeIfAbsent(row.account(), code -> new Sum(code, target));
        sum.add(row.amount(), rates.average(currency, month));
      } else {
        Sum sum = sums.computeIfAbsent(row.account(), code -> new Sum(code, target));
        if (target.translation() == Translation.CLOSING) {
          sum.add(row.amount(), closing);
        }
      }
    }
    addHistorical(book, member, cut, rates, sums);
    return assemble(book, member, closing, sums, earlier);
  }

  private static GroupAccount target(GroupBook book, Organization member, String account) {
    return book.target(member.id(), account)
        .orElseThrow(
            () ->
                ConsolidationError.NOT_READY.with(
                    book.group().code(), member.code() + " " + account + " is not mapped once"));
  }

  private static boolean isResult(AccountType type) {
    return type == AccountType.INCOME || type == AccountType.EXPENSE;
  }

  private void addHistorical(
      GroupBook book, Organization member, Cut cut, GroupRates rates, Map<String, Sum> sums) {
    String[] accounts =
        sums.values().stream()
            .filter(sum -> sum.target.translation() == Translation.HISTORICAL)
            .map(sum -> sum.account)
            .toArray(String[]::new);
    if (accounts.length == 0) {
      return;
    }
    for (DayRow row : figures.listDays(member.id(), accounts, cut)) {
      BigDecimal fixed = book.fixedRate(member.id(), row.account());
      Sum sum = sums.get(row.account());
      if (sum != null) {
        sum.add(
            row.amount(),
            fixed == null ? rates.historical(member.baseCurrency(), row.day()) : fixed);
      }
    }
  }

  private static MemberTranslation assemble(
      GroupBook book, Organization member, BigDecimal closing, Map<String, Sum> sums, Sum earlier) {
    Currency presented = book.group().currency();
    List<Sum> all = new ArrayList<>(sums.values());
    all.add(earlier);
    List<ConsolidationLine> lines = new ArrayList<>();
    BigDecimal onEquity = BigDecimal.ZERO;
    BigDecimal onResult = BigDecimal.ZERO;
    BigDecimal open = BigDecimal.ZERO;
    for (Sum sum : all) {
      BigDecimal amount = rounded(sum.exact, presented);
      if (sum.local.signum() == 0 && amount.signum() == 0) {
        continue;
      }
      BigDecimal moved = sum.local.multiply(closing).subtract(sum.exact);
      if (sum == earlier || sum.target.isResult()) {
        onResult = onResult.add(moved);
      } else {
        onEquity = onEquity.add(moved);
      }
      open = open.add(amount);
      lines.add(line(member, sum, amount, sum == earlier ? "Results of earlier years" : null));
    }
    BigDecimal reserve = open.negate();
    if (reserve.signum() != 0) {
      lines.add(reserve(book, member, reserve));
    }
    BigDecimal equityPart = rounded(onEquity, presented);
    BigDecimal resultPart = rounded(onResult, presented);
    return new MemberTranslation(
        member.id(),
        lines,
        equityPart,
        resultPart,
        reserve.subtract(equityPart).subtract(resultPart));
  }

  private static ConsolidationLine line(
      Organization member, Sum sum, BigDecimal amount, @Nullable String text) {
    return new ConsolidationLine(
        0,
        Kind.MEMBER,
        member.id(),
        sum.account.isEmpty() ? null : sum.account,
        null,
        sum.target.code(),
        text == null ? sum.target.translation() : Translation.AVERAGE,
        sum.local,
        member.baseCurrency().getCurrencyCode(),
        amount,
        text);
  }

  private static ConsolidationLine reserve(GroupBook book, Organization member, BigDecimal amount) {
    return new ConsolidationLine(
        0,
        Kind.RESERVE,
        member.id(),
        null,
        null,
        book.require(GroupPurpose.TRANSLATION_RESERVE).code(),
        null,
        null,
        null,
        amount,
        "Translation of " + member.code());
  }

  /** The accounts of a member that hold figures, by how many of the group's accounts they are. */
  Map<String, Integer> census(GroupBook book, Organization member, Cut cut) {
    return figures.listMonths(member.id(), cut).stream()
        .map(MonthRow::account)
        .distinct()
        .collect(
            Collectors.toMap(
                account -> account,
                account -> book.targets(member.id(), account).size(),
                (a, b) -> a,
                TreeMap::new));
  }

  private static BigDecimal rounded(BigDecimal exact, Currency currency) {
    return exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }
}
