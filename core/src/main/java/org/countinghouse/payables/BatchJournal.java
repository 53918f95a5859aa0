package org.countinghouse.payables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.payables.BulkSettlementMapper.TaxTotal;
import org.countinghouse.payables.BulkSettlementMapper.Total;
import org.countinghouse.tax.TaxCode;
import org.countinghouse.tax.TaxCodes;
import org.countinghouse.tax.TaxEntries;
import org.countinghouse.tax.TaxEntry;
import org.springframework.stereotype.Component;

/**
 * The journal of a batch, out of sums: per currency what creditors are relieved of, what the
 * account pays, what discounts gain and which tax they lose; and what the rates gained or lost.
 */
@Component
class BatchJournal {

  private final BulkSettlementMapper mapper;
  private final PayablesSetup setup;
  private final ChartOfAccounts chart;
  private final TaxCodes codes;
  private final TaxEntries taxEntries;

  BatchJournal(
      BulkSettlementMapper mapper,
      PayablesSetup setup,
      ChartOfAccounts chart,
      TaxCodes codes,
      TaxEntries taxEntries) {
    this.mapper = mapper;
    this.setup = setup;
    this.chart = chart;
    this.codes = codes;
    this.taxEntries = taxEntries;
  }

  /**
   * What is to be posted.
   *
   * @param settlements how many it is made of
   */
  record Drafted(List<DraftLine> lines, List<TaxTotal> taxes, int settlements) {}

  /** The lines of what stands in the batch's table. */
  Drafted draft(BulkSettlements.Entry entry) {
    List<Total> totals = mapper.listTotals();
    boolean discounted = totals.stream().anyMatch(total -> total.discount().signum() != 0);
    List<TaxTotal> taxes =
        discounted
            ? mapper.listTaxTotals(entry.scales(), entry.base().getDefaultFractionDigits())
            : List.of();
    var lines = new Lines(entry.base());
    String creditors = setup.accounts(entry.organizationId()).creditors();
    for (Total total : totals) {
      // apart, since booked at different rates their sum may be of another sign in base currency
      lines.add(
          new Lines.Place(creditors, total.currency(), total.credit()),
          total.amount(),
          total.baseAmount());
    }
    for (Total total : totals) {
      lines.add(
          total.account(),
          total.currency(),
          total.bankAmount().negate(),
          total.bankBaseAmount().negate());
    }
    if (discounted) {
      addDiscounts(entry.organizationId(), totals, taxes, lines);
    }
    addDifferences(entry.organizationId(), totals, lines);
    return new Drafted(lines.done(), taxes, totals.stream().mapToInt(Total::items).sum());
  }

  private void addDiscounts(
      UUID organizationId, List<Total> totals, List<TaxTotal> taxes, Lines lines) {
    String account = chart.forPurpose(organizationId, AccountPurpose.DISCOUNTS_TAKEN).code();
    for (Total total : totals) {
      lines.add(
          account,
          total.currency(),
          total.discount().negate(),
          total.discountBaseAmount().negate());
    }
    for (TaxTotal tax : taxes) {
      String input = tax.inputAccount();
      if (input != null) {
        lines.add(input, tax.currency(), tax.inputTax().negate(), tax.baseInputTax().negate());
        lines.add(account, tax.currency(), tax.inputTax(), tax.baseInputTax());
      }
      String output = tax.outputAccount();
      if (output != null) {
        lines.add(output, tax.currency(), tax.outputTax(), tax.baseOutputTax());
        lines.add(account, tax.currency(), tax.outputTax().negate(), tax.baseOutputTax().negate());
      }
    }
  }

  private void addDifferences(UUID organizationId, List<Total> totals, Lines lines) {
    BigDecimal gains = totals.stream().map(Total::gains).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal losses = totals.stream().map(Total::losses).reduce(BigDecimal.ZERO, BigDecimal::add);
    String base = lines.base.getCurrencyCode();
    if (gains.signum() != 0) {
      String account =
          chart.forPurpose(organizationId, AccountPurpose.REALIZED_EXCHANGE_GAIN).code();
      lines.add(account, base, gains.negate(), gains.negate());
    }
    if (losses.signum() != 0) {
      String account =
          chart.forPurpose(organizationId, AccountPurpose.REALIZED_EXCHANGE_LOSS).code();
      lines.add(account, base, losses.negate(), losses.negate());
    }
  }

  /** What discounts take off the tax stands in the return, under the codes of the invoices. */
  void recordTax(BulkSettlements.Entry entry, Drafted drafted, PostedJournal journal) {
    Map<String, TaxCode> known = codes.byCode(entry.organizationId());
    taxEntries.record(
        drafted.taxes().stream().map(tax -> entry(entry, tax, known, journal)).toList());
  }

  private static TaxEntry entry(
      BulkSettlements.Entry entry,
      TaxTotal tax,
      Map<String, TaxCode> known,
      PostedJournal journal) {
    TaxCode now = known.get(tax.taxCode());
    if (now == null) {
      throw PayablesError.TAX_CODE_UNKNOWN.with(tax.taxCode());
    }
    var then =
        new TaxCode(
            now.organizationId(),
            now.code(),
            now.name(),
            now.usage(),
            now.category(),
            now.documentRate(),
            now.kind(),
            now.ownRate(),
            tax.inputAccount(),
            tax.outputAccount(),
            tax.treatment());
    Currency own = Currency.getInstance(tax.currency());
    return new TaxEntry(
        entry.organizationId(),
        journal.id(),
        journal.postingDate(),
        then,
        new TaxEntry.Amounts(
                money(tax.taxable(), own),
                money(tax.inputTax(), own),
                money(tax.outputTax(), own),
                money(tax.costTax(), own))
            .negated(),
        new TaxEntry.Amounts(
                money(tax.baseTaxable(), entry.base()),
                money(tax.baseInputTax(), entry.base()),
                money(tax.baseOutputTax(), entry.base()),
                money(tax.baseCostTax(), entry.base()))
            .negated(),
        entry.reference(),
        null);
  }

  private static Money money(BigDecimal amount, Currency currency) {
    return Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
  }

  /** Lines of one place and currency become one; those that come to nothing none. */
  private static final class Lines {

    /** Where a sum goes; credit notes apart where that is asked for. */
    private record Place(String account, String currency, boolean credit) {}

    private final Currency base;
    private final Map<Place, BigDecimal[]> sums = new LinkedHashMap<>();

    Lines(Currency base) {
      this.base = base;
    }

    void add(String account, String currency, BigDecimal amount, BigDecimal baseAmount) {
      add(new Place(account, currency, false), amount, baseAmount);
    }

    void add(Place place, BigDecimal amount, BigDecimal baseAmount) {
      BigDecimal[] sum =
          sums.computeIfAbsent(place, fresh -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      sum[0] = sum[0].add(amount);
      sum[1] = sum[1].add(baseAmount);
    }

    List<DraftLine> done() {
      List<DraftLine> lines = new ArrayList<>();
      sums.forEach(
          (place, sum) -> {
            if (sum[0].signum() != 0 || sum[1].signum() != 0) {
              lines.add(
                  new DraftLine(
                      place.account(),
                      money(sum[0], Currency.getInstance(place.currency())),
                      money(sum[1], base),
                      null,
                      null));
            }
          });
      return lines;
    }
  }
}
