package org.countinghouse.payables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.countinghouse.tax.TaxCode;
import org.countinghouse.tax.TaxEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a coded claim becomes in the ledger: cost and input tax debited, creditors credited; a
 * credit note the other way round.
 *
 * <p>Remainders are never lost: whatever is shared out over lines (tax that is cost, conversion to
 * base currency) is rounded half up on the running total, each line getting the difference to the
 * total before it. So parts sum to exactly what was shared out, and the base amounts of a journal
 * sum to zero.
 */
final class InvoiceJournal {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final InvoiceDetails details;
  private final Map<String, TaxCode> taxCodes;
  private final PayablesAccounts accounts;
  private final List<PrepaymentShare> prepaid;
  private final Map<Place, Money> debits = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<TaxCode> taxed = new ArrayList<>();
  private final Money zero;

  /** Where a debit goes; debits of one place become one line. */
  private record Place(String account, @Nullable String costCentre, @Nullable String project) {

    static Place of(String account) {
      return new Place(account, null, null);
    }
  }

  /** What of a debit is which tax; the rest is none. */
  private record Part(Place place, Money amount, @Nullable TaxPart tax) {}

  /** One figure of the tax of one group of lines. */
  private record TaxPart(int group, Figure figure) {}

  private enum Figure {
    TAXABLE,
    INPUT,
    OUTPUT,
    COST
  }

  /**
   * What a claim becomes.
   *
   * @param lines to post; creditors come last
   * @param taxes per tax code, in base currency as they stand in the lines
   */
  record Booked(List<DraftLine> lines, List<Tax> taxes) {}

  /** The tax of the lines of one rate. */
  record Tax(TaxCode code, TaxEntry.Amounts amounts, TaxEntry.Amounts baseAmounts) {}

  private InvoiceJournal(
      InvoiceDetails details,
      Map<String, TaxCode> taxCodes,
      PayablesAccounts accounts,
      List<PrepaymentShare> prepaid) {
    this.details = details;
    this.taxCodes = taxCodes;
    this.accounts = accounts;
    this.prepaid = prepaid;
    this.zero = Money.zero(details.invoice().currency());
  }

  /**
   * The lines to post, and the tax in them.
   *
   * @param prepaid what of the amount the document calls prepaid was booked with a prepayment
   *     invoice: it leaves the asset it stands on, and its tax is taken back, for the document
   *     states all of it once more
   * @throws org.countinghouse.errors.BusinessException {@code payables.line-not-coded}, {@code
   *     payables.tax-code-unknown}, {@code payables.tax-code-mixed}
   */
  static Booked of(
      InvoiceDetails details,
      Map<String, TaxCode> taxCodes,
      PayablesAccounts accounts,
      List<PrepaymentShare> prepaid,
      Currency base) {
    return new InvoiceJournal(details, taxCodes, accounts, prepaid).book(base);
  }

  private Booked book(Currency base) {
    Map<TaxGroup, List<InvoiceLine>> groups = groups();
    groups.forEach((group, lines) -> taxed.add(taxCode(group, lines)));
    List<TaxGroup> numbered = List.copyOf(groups.keySet());
    for (InvoiceLine line : details.lines()) {
      int group = numbered.indexOf(TaxGroup.of(line.stated()));
      debit(place(line), line.stated().net(), new TaxPart(group, Figure.TAXABLE));
    }
    groups.forEach((group, lines) -> debitTax(group, numbered.indexOf(group), lines));
    Money unexplained = totals().prepaid();
    for (PrepaymentShare share : prepaid) {
      takeBack(share);
      unexplained = unexplained.minus(share.net()).minus(share.tax());
    }
    debit(Place.of(accounts.rounding()), totals().rounding());
    debit(Place.of(accounts.prepayments()), unexplained.negated());
    debit(Place.of(accounts.creditors()), totals().payable().negated());
    return converted(base);
  }

  private ReceivedInvoice.Totals totals() {
    return details.invoice().totals();
  }

  private Booked converted(Currency base) {
    boolean mirrored = details.invoice().type() == InvoiceType.CREDIT_NOTE;
    List<DraftLine> lines = new ArrayList<>();
    Map<Place, Money> baseOf = new LinkedHashMap<>();
    Money running = zero;
    Money runningBase = Money.zero(base);
    for (Map.Entry<Place, Money> debit : debits.entrySet()) {
      if (debit.getValue().isZero()) {
        baseOf.put(debit.getKey(), Money.zero(base));
        continue;
      }
      running = running.plus(debit.getValue());
      Money converted = toBase(running, base);
      Money baseAmount = converted.minus(runningBase);
      runningBase = converted;
      baseOf.put(debit.getKey(), baseAmount);
      Money amount = debit.getValue();
      lines.add(
          new DraftLine(
              debit.getKey().account(),
              mirrored ? amount.negated() : amount,
              mirrored ? baseAmount.negated() : baseAmount,
              debit.getKey().costCentre(),
              debit.getKey().project(),
              null));
    }
    return new Booked(lines, taxes(baseOf, base, mirrored));
  }

  private List<Tax> taxes(Map<Place, Money> baseOf, Currency base, boolean mirrored) {
    Map<TaxPart, Money> own = new LinkedHashMap<>();
    Map<TaxPart, Money> inBase = new LinkedHashMap<>();
    baseOf.forEach((place, total) -> inBase.putAll(baseParts(place, total, base)));
    for (Part part : parts) {
      TaxPart tax = part.tax();
      if (tax != null) {
        own.merge(tax, part.amount(), Money::plus);
      }
    }
    List<Tax> taxes = new ArrayList<>();
    for (int group = 0; group < taxed.size(); group++) {
      TaxEntry.Amounts amounts = amounts(own, group, zero);
      TaxEntry.Amounts baseAmounts = amounts(inBase, group, Money.zero(base));
      taxes.add(
          mirrored
              ? new Tax(taxed.get(group), amounts.negated(), baseAmounts.negated())
              : new Tax(taxed.get(group), amounts, baseAmounts));
    }
    return taxes;
  }

  /**
   * The base amount of a line shared out over what it was made of, the last taking what is left.
   */
  private Map<TaxPart, Money> baseParts(Place place, Money total, Currency base) {
    List<Part> here = parts.stream().filter(part -> part.place().equals(place)).toList();
    Map<TaxPart, Money> shared = new LinkedHashMap<>();
    Money left = total;
    for (int i = 0; i < here.size(); i++) {
      boolean isLast = i == here.size() - 1;
      Money share = isLast ? left : toBase(here.get(i).amount(), base);
      left = left.minus(share);
      TaxPart tax = here.get(i).tax();
      if (tax != null) {
        shared.merge(tax, share, Money::plus);
      }
    }
    return shared;
  }

  /** Output tax is credited: in an entry it is above zero all the same. */
  private static TaxEntry.Amounts amounts(Map<TaxPart, Money> figures, int group, Money zero) {
    return new TaxEntry.Amounts(
        figures.getOrDefault(new TaxPart(group, Figure.TAXABLE), zero),
        figures.getOrDefault(new TaxPart(group, Figure.INPUT), zero),
        figures.getOrDefault(new TaxPart(group, Figure.OUTPUT), zero).negated(),
        figures.getOrDefault(new TaxPart(group, Figure.COST), zero));
  }

  private Money toBase(Money amount, Currency base) {
    BigDecimal rate = details.invoice().baseRate();
    return rate == null
        ? amount
        : Money.rounded(amount.amount().multiply(rate), base, RoundingMode.HALF_UP);
  }

  private Map<TaxGroup, List<InvoiceLine>> groups() {
    return details.lines().stream()
        .collect(
            Collectors.groupingBy(
                line -> TaxGroup.of(line.stated()), LinkedHashMap::new, Collectors.toList()));
  }

  private void debitTax(TaxGroup group, int number, List<InvoiceLine> lines) {
    Money tax =
        details.taxes().stream()
            .filter(stated -> TaxGroup.of(stated).equals(group))
            .map(ReceivedTax::tax)
            .reduce(zero, Money::plus);
    Money taxable = lines.stream().map(line -> line.stated().net()).reduce(zero, Money::plus);
    debitTax(number, taxable, tax, cost -> shareOut(cost, lines, number));
  }

  /** The asset and the tax of a prepayment, the other way round. */
  private void takeBack(PrepaymentShare share) {
    int number = taxed.size();
    taxed.add(share.code());
    Place asset = Place.of(accounts.prepayments());
    debit(asset, share.net().negated(), new TaxPart(number, Figure.TAXABLE));
    debitTax(
        number,
        share.net().negated(),
        share.tax().negated(),
        cost -> debit(asset, cost, new TaxPart(number, Figure.COST)));
  }

  private void debitTax(int number, Money taxable, Money tax, Consumer<Money> cost) {
    TaxCode code = taxed.get(number);
    Money own = taxable.times(code.ownRate().divide(HUNDRED), RoundingMode.HALF_UP);
    switch (code.kind()) {
      case RECOVERABLE -> debit(input(code), tax, new TaxPart(number, Figure.INPUT));
      case COST, NONE -> cost.accept(tax);
      case REVERSE_CHARGE -> {
        debit(input(code), own.plus(tax), new TaxPart(number, Figure.INPUT));
        debit(output(code), own.negated(), new TaxPart(number, Figure.OUTPUT));
      }
      case USE_TAX -> {
        cost.accept(own.plus(tax));
        debit(output(code), own.negated(), new TaxPart(number, Figure.OUTPUT));
      }
      case CHARGED -> throw new IllegalStateException("tax code " + code.code() + " is for sales");
    }
  }

  /** Tax that is cost follows the lines' net amounts. */
  private void shareOut(Money tax, List<InvoiceLine> lines, int group) {
    TaxPart cost = new TaxPart(group, Figure.COST);
    Money net = lines.stream().map(line -> line.stated().net()).reduce(zero, Money::plus);
    if (net.isZero()) {
      debit(place(lines.get(0)), tax, cost);
      return;
    }
    Money running = zero;
    Money shared = zero;
    for (InvoiceLine line : lines) {
      running = running.plus(line.stated().net());
      BigDecimal upTo =
          tax.amount()
              .multiply(running.amount())
              .divide(net.amount(), tax.amount().scale(), RoundingMode.HALF_UP);
      Money target = new Money(upTo, tax.currency());
      debit(place(line), target.minus(shared), cost);
      shared = target;
    }
  }

  private TaxCode taxCode(TaxGroup group, List<InvoiceLine> lines) {
    List<String> codes =
        lines.stream().map(line -> coding(line).taxCode()).distinct().sorted().toList();
    if (codes.size() > 1) {
      throw PayablesError.TAX_CODE_MIXED.with(group.text(), String.join(", ", codes));
    }
    TaxCode code = taxCodes.get(codes.get(0));
    if (code == null) {
      throw PayablesError.TAX_CODE_UNKNOWN.with(codes.get(0));
    }
    return code;
  }

  private void debit(Place place, Money amount) {
    debit(place, amount, null);
  }

  private void debit(Place place, Money amount, @Nullable TaxPart tax) {
    debits.merge(place, amount, Money::plus);
    parts.add(new Part(place, amount, tax));
  }

  private Place place(InvoiceLine line) {
    LineCoding coding = coding(line);
    return new Place(coding.account(), coding.costCentre(), coding.project());
  }

  private LineCoding coding(InvoiceLine line) {
    LineCoding coding = line.coding();
    if (coding == null) {
      throw PayablesError.LINE_NOT_CODED.with(line.position(), details.invoice().documentNumber());
    }
    return coding;
  }

  private static Place input(TaxCode code) {
    return place(code, code.inputAccount());
  }

  private static Place output(TaxCode code) {
    return place(code, code.outputAccount());
  }

  private static Place place(TaxCode code, @Nullable String account) {
    if (account == null) {
      throw new IllegalStateException("tax code " + code.code() + " lacks an account its kind has");
    }
    return Place.of(account);
  }
}
