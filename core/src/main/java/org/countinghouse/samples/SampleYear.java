package org.countinghouse.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;

/**
 * A calendar year of the three companies: where they stand on its first day, and what happens in
 * each month. Any month can be made by itself; the same seed and size give the same entries.
 *
 * <p>What belongs to a month comes from systems outside the ledger (shops, purchasing, payroll, the
 * bank) and carries their names as sources; nothing posts to a control account. What the close
 * itself makes (depreciation, revaluation, allocation) is left to it.
 */
public final class SampleYear {

  private static final long SEED = 4711;

  private final int year;
  private final int size;
  private final Rates rates;
  private final SampleIntercompany intercompany;

  /**
   * @param year calendar year
   * @param size 1: about 90 entries and 260 lines a month and company; the others grow with it
   */
  public SampleYear(int year, int size) {
    this(
        year,
        size,
        new SampleRates(LocalDate.of(year - 1, 12, 1), LocalDate.of(year + 1, 12, 31), SEED));
  }

  /** As {@link #SampleYear(int, int)}, its foreign amounts booked by these rates. */
  public SampleYear(int year, int size, Rates rates) {
    if (size < 1) {
      throw new IllegalArgumentException("a year needs a size of 1 or more, not " + size);
    }
    this.year = year;
    this.size = size;
    this.rates = rates;
    this.intercompany = new SampleIntercompany(SEED, size, rates);
  }

  /** What currencies are worth. */
  public interface Rates {

    /** Units of one currency per unit of another, by the last rates on or before the day. */
    BigDecimal rate(Currency from, Currency to, LocalDate on);
  }

  /** The rates its foreign amounts are booked by. */
  public Rates rates() {
    return rates;
  }

  /** January to December. */
  public List<YearMonth> months() {
    return Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1)).limit(12).toList();
  }

  /** Where the company stands on the year's first day, as one balanced entry. */
  public SampleEntry opening(SampleCompany company) {
    SampleDesk desk = desk(company, YearMonth.of(year, 1), "OPEN");
    LocalDate day = LocalDate.of(year, 1, 1);
    List<DraftLine> lines = new ArrayList<>();
    lines.add(desk.debit(SampleRole.BANK, desk.fixed(90_000L * size)));
    lines.add(desk.debit(SampleRole.STOCK, desk.fixed(70_000L * size)));
    lines.add(desk.debit(SampleRole.EQUIPMENT, desk.fixed(24_000L * size)));
    lines.add(desk.credit(SampleRole.EQUIPMENT_DEPRECIATION, desk.fixed(9_000L * size)));
    lines.add(desk.debit(SampleRole.VEHICLES, desk.fixed(36_000L * size)));
    lines.add(desk.credit(SampleRole.VEHICLES_DEPRECIATION, desk.fixed(12_000L * size)));
    lines.addAll(SampleIntercompany.loan(company, rates, day, size));
    if (company.equals(SampleCompany.HBUK)) {
      for (SampleCompany owned : List.of(SampleCompany.HBDE, SampleCompany.HBUS)) {
        Money capital = capital(owned);
        Money cost =
            Money.rounded(
                capital.amount().multiply(rates.rate(owned.currency(), company.currency(), day)),
                company.currency(),
                RoundingMode.HALF_UP);
        lines.add(DraftLine.debit(owned.equals(SampleCompany.HBDE) ? "0061" : "0062", cost));
      }
    }
    lines.add(desk.credit(SampleRole.CAPITAL, capital(company)));
    Money open = lines.stream().map(DraftLine::baseAmount).reduce(desk.zero(), Money::plus);
    lines.add(desk.credit(SampleRole.RETAINED_EARNINGS, open));
    desk.write(day, "Opening balances " + year, lines);
    return desk.entries().get(0);
  }

  private Money capital(SampleCompany company) {
    return Money.rounded(
        BigDecimal.valueOf(50_000L * size * company.weight(), 2),
        company.currency(),
        RoundingMode.HALF_UP);
  }

  /** Everything one company books in a month, in the order of the days. */
  public List<SampleEntry> entries(SampleCompany company, YearMonth month) {
    List<SampleEntry> entries = new ArrayList<>(business(company, month));
    YearMonth before = month.minusMonths(1);
    if (before.getYear() == year) {
      SampleDesk receipts = desk(company, month, "BANKIN");
      entries.addAll(SampleTrade.receipts(receipts, sales(company, before)));
      SampleDesk payments = desk(company, month, "BANKOUT");
      entries.addAll(
          SampleTrade.payments(
              payments,
              Stream.concat(purchases(company, before).stream(), foreign(company, before).stream())
                  .toList()));
      entries.addAll(
          SamplePayroll.remittances(
              desk(company, month, "REMIT"),
              SamplePayroll.payroll(desk(company, before, "PAY"), size)));
      entries.addAll(
          SampleOverheads.taxReturn(desk(company, month, "TAX"), business(company, before)));
    }
    entries.addAll(
        intercompany.entries(
            desk(company, month, SampleIntercompany.kind()), YearMonth.of(year, 1)));
    entries.sort(Comparator.comparing(SampleEntry::date));
    return entries;
  }

  /** What does not depend on the month before. */
  private List<SampleEntry> business(SampleCompany company, YearMonth month) {
    List<SampleEntry> entries = new ArrayList<>();
    entries.addAll(sales(company, month));
    entries.addAll(purchases(company, month));
    entries.addAll(foreign(company, month));
    entries.addAll(SamplePayroll.payroll(desk(company, month, "PAY"), size));
    entries.addAll(SampleOverheads.overheads(desk(company, month, "SPEND"), size));
    return entries;
  }

  private List<SampleEntry> sales(SampleCompany company, YearMonth month) {
    return SampleTrade.sales(desk(company, month, "SALES"), 22 * size);
  }

  private List<SampleEntry> purchases(SampleCompany company, YearMonth month) {
    return SampleTrade.purchases(desk(company, month, "BUY"), 7 * size);
  }

  private List<SampleEntry> foreign(SampleCompany company, YearMonth month) {
    return SampleTrade.foreignPurchases(desk(company, month, "BUYFX"), size);
  }

  private SampleDesk desk(SampleCompany company, YearMonth month, String kind) {
    return new SampleDesk(company, month, kind, SEED, rates);
  }
}
