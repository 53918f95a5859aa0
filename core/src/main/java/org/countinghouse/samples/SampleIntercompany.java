package org.countinghouse.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;

/**
 * The business between the companies: charged by one, mirrored by the other on the same day in the
 * same currency, paid in the next month.
 */
final class SampleIntercompany {

  private static final String KIND = "IC";

  private final long seed;
  private final int size;
  private final SampleYear.Rates rates;

  SampleIntercompany(long seed, int size, SampleYear.Rates rates) {
    this.seed = seed;
    this.size = size;
    this.rates = rates;
  }

  /** What a dealing comes to in a month; nothing in months without it. */
  private record Charge(SampleDealing dealing, LocalDate day, Money amount) {}

  private List<Charge> charges(YearMonth month) {
    List<Charge> charges = new ArrayList<>();
    for (SampleDealing dealing : SampleDealing.all()) {
      var random =
          new Random(seed ^ (dealing.seller().code() + dealing.income() + month).hashCode());
      if (month.getMonthValue() % dealing.everyMonths() == 0) {
        BigDecimal amount =
            BigDecimal.valueOf(dealing.units() * 100_000L * size + random.nextInt(40_000), 2);
        charges.add(
            new Charge(
                dealing,
                month.atDay(8 + random.nextInt(18)),
                Money.rounded(
                    amount, Currency.getInstance(dealing.currency()), RoundingMode.HALF_UP)));
      }
    }
    return charges;
  }

  /** What one company books of it in a month. */
  List<SampleEntry> entries(SampleDesk desk, YearMonth first) {
    for (Charge charge : charges(desk.month())) {
      charge(desk, charge);
    }
    YearMonth before = desk.month().minusMonths(1);
    if (!before.isBefore(first)) {
      charges(before).forEach(charge -> settle(desk, charge));
    }
    return desk.entries();
  }

  private void charge(SampleDesk desk, Charge charge) {
    List<DraftLine> lines = lines(desk, charge);
    if (!lines.isEmpty()) {
      desk.write(charge.day(), text(charge), lines);
    }
  }

  /** The charge as this company books it: the seller's two lines, the buyer's two, or none. */
  private List<DraftLine> lines(SampleDesk desk, Charge charge) {
    SampleDealing dealing = charge.dealing();
    Money amount = charge.amount();
    Money base = desk.inBase(amount, charge.day());
    if (desk.company().equals(dealing.seller())) {
      return List.of(
          SampleDesk.line(dealing.receivable(), amount, base),
          SampleDesk.line(dealing.income(), amount.negated(), base.negated()));
    }
    if (desk.company().equals(dealing.buyer())) {
      return List.of(
          SampleDesk.line(dealing.expense(), amount, base).at(dealing.costCentre()),
          SampleDesk.line(dealing.payable(), amount.negated(), base.negated()));
    }
    return List.of();
  }

  private void settle(SampleDesk desk, Charge charge) {
    SampleDealing dealing = charge.dealing();
    LocalDate day = desk.month().atDay(25);
    boolean isSeller = desk.company().equals(dealing.seller());
    for (DraftLine line : lines(desk, charge)) {
      if (line.account().equals(isSeller ? dealing.receivable() : dealing.payable())) {
        boolean ownCurrency = line.amount().currency().equals(desk.company().currency());
        SampleRole bank =
            isSeller && !ownCurrency ? SampleRole.bankIn(dealing.currency()) : SampleRole.BANK;
        desk.write(day, "Settled: " + text(charge), SampleTrade.settlement(desk, line, day, bank));
      }
    }
  }

  private static String text(Charge charge) {
    return "%s of %s to %s %s"
        .formatted(
            charge.dealing().name(),
            charge.dealing().seller().code(),
            charge.dealing().buyer().code(),
            YearMonth.from(charge.day()));
  }

  /** The loan of the parent to its American company, on the first day, from both ends. */
  static List<DraftLine> loan(
      SampleCompany company, SampleYear.Rates rates, LocalDate day, int size) {
    Currency dollars = Currency.getInstance("USD");
    Money amount =
        Money.of("60000.00", "USD").times(BigDecimal.valueOf(size), RoundingMode.UNNECESSARY);
    Money base =
        Money.rounded(
            amount.amount().multiply(rates.rate(dollars, company.currency(), day)),
            company.currency(),
            RoundingMode.HALF_UP);
    return Stream.of(
            company.equals(SampleCompany.HBUK) ? SampleDesk.line("1312", amount, base) : null,
            company.equals(SampleCompany.HBUS)
                ? SampleDesk.line("25050", amount.negated(), base.negated())
                : null)
        .filter(Objects::nonNull)
        .toList();
  }

  static String kind() {
    return KIND;
  }
}
