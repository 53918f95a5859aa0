package org.countinghouse.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries of one company, month and kind are written: chance, dates, references and
 * amounts. Each desk has a chance of its own, so that a month can be made again without the others.
 */
final class SampleDesk {

  /** Where overheads are booked. */
  static final List<String> COST_CENTRES = List.of("CC100", "CC200", "CC300", "CC400");

  private final SampleCompany company;
  private final YearMonth month;
  private final String kind;
  private final SampleYear.Rates rates;
  private final Random random;
  private final List<SampleEntry> entries = new ArrayList<>();

  SampleDesk(
      SampleCompany company, YearMonth month, String kind, long seed, SampleYear.Rates rates) {
    this.company = company;
    this.month = month;
    this.kind = kind;
    this.rates = rates;
    this.random =
        new Random(seed ^ (company.code() + kind + month).hashCode() * 0x9E3779B97F4A7C15L);
  }

  SampleCompany company() {
    return company;
  }

  YearMonth month() {
    return month;
  }

  List<SampleEntry> entries() {
    return entries;
  }

  int chance(int bound) {
    return random.nextInt(bound);
  }

  /** Any day of the month. */
  LocalDate anyDay() {
    return month.atDay(1 + random.nextInt(month.lengthOfMonth()));
  }

  /** An amount in the company's currency, between these whole units, weighted by its size. */
  Money amount(int from, int to) {
    long cents = 100L * from + random.nextInt(100 * (to - from));
    return Money.rounded(
        BigDecimal.valueOf(cents * company.weight(), 4), company.currency(), RoundingMode.HALF_UP);
  }

  /** A fixed amount in the company's currency, weighted by its size. */
  Money fixed(long units) {
    return weighted(company, units);
  }

  /** Whole units of a company's currency, weighted by its size. */
  static Money weighted(SampleCompany company, long units) {
    return Money.rounded(
        BigDecimal.valueOf(units * company.weight(), 2), company.currency(), RoundingMode.HALF_UP);
  }

  String costCentre() {
    return COST_CENTRES.get(random.nextInt(COST_CENTRES.size()));
  }

  Money zero() {
    return Money.zero(company.currency());
  }

  /** Value added tax on this net amount. */
  Money tax(Money net) {
    return net.times(company.taxRate().movePointLeft(2), RoundingMode.HALF_UP);
  }

  /** What a foreign amount is worth in the company's currency on this day. */
  Money inBase(Money foreign, LocalDate on) {
    return Money.rounded(
        foreign.amount().multiply(rates.rate(foreign.currency(), company.currency(), on)),
        company.currency(),
        RoundingMode.HALF_UP);
  }

  /** What an amount of the company's currency is on this day in another. */
  Money inCurrency(Money base, Currency currency, LocalDate on) {
    return Money.rounded(
        base.amount().multiply(rates.rate(company.currency(), currency, on)),
        currency,
        RoundingMode.HALF_UP);
  }

  DraftLine debit(SampleRole role, Money amount) {
    return DraftLine.debit(company.account(role), amount);
  }

  DraftLine credit(SampleRole role, Money amount) {
    return DraftLine.credit(company.account(role), amount);
  }

  /** A line that knows what it is worth in the company's currency; the sign says which side. */
  static DraftLine line(String account, Money amount, Money base) {
    return new DraftLine(account, amount, base, null, null);
  }

  /**
   * What the rates moved between two days, as a line that balances the others; null when nothing.
   *
   * @param open what the other lines sum to in the company's currency
   */
  @Nullable DraftLine exchangeDifference(Money open) {
    if (open.isZero()) {
      return null;
    }
    return open.isNegative()
        ? debit(SampleRole.EXCHANGE_LOSS, open.negated())
        : credit(SampleRole.EXCHANGE_GAIN, open);
  }

  /** Writes an entry; lines that move nothing are left out, and so is an entry of none. */
  void write(LocalDate date, String description, List<DraftLine> lines) {
    List<DraftLine> moving =
        lines.stream()
            .filter(line -> !(line.amount().isZero() && line.baseAmount().isZero()))
            .toList();
    if (moving.isEmpty()) {
      return;
    }
    String reference = "%s-%s-%06d".formatted(kind, month, entries.size() + 1);
    entries.add(new SampleEntry(date, kind, reference, description, moving));
  }
}
