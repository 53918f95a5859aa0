package org.countinghouse.payables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
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
  private final Map<Place, Money> debits = new LinkedHashMap<>();
  private final Money zero;

  /** Where a debit goes; debits of one place become one line. */
  private record Place(String account, @Nullable String costCentre) {}

  private InvoiceJournal(
      InvoiceDetails details, Map<String, TaxCode> taxCodes, PayablesAccounts accounts) {
    this.details = details;
    this.taxCodes = taxCodes;
    this.accounts = accounts;
    this.zero = Money.zero(details.invoice().currency());
  }

  /**
   * The lines to post. Creditors come last.
   *
   * @throws org.countinghouse.errors.BusinessException {@code payables.line-not-coded}, {@code
   *     payables.tax-code-unknown}, {@code payables.tax-code-mixed}
   */
  static List<DraftLine> of(
      InvoiceDetails details,
      Map<String, TaxCode> taxCodes,
      PayablesAccounts accounts,
      Currency base) {
    return new InvoiceJournal(details, taxCodes, accounts).lines(base);
  }

  private List<DraftLine> lines(Currency base) {
    details.lines().forEach(line -> debit(place(line), line.stated().net()));
    groups().forEach(this::debitTax);
    ReceivedInvoice.Totals totals = details.invoice().totals();
    debit(new Place(accounts.rounding(), null), totals.rounding());
    debit(new Place(accounts.prepayments(), null), totals.prepaid().negated());
    debit(new Place(accounts.creditors(), null), totals.payable().negated());
    boolean mirrored = details.invoice().type() == InvoiceType.CREDIT_NOTE;
    List<DraftLine> lines = new ArrayList<>();
    Money running = zero;
    Money runningBase = Money.zero(base);
    for (Map.Entry<Place, Money> debit : debits.entrySet()) {
      if (debit.getValue().isZero()) {
        continue;
      }
      running = running.plus(debit.getValue());
      Money converted = toBase(running, base);
      Money baseAmount = converted.minus(runningBase);
      runningBase = converted;
      Money amount = debit.getValue();
      lines.add(
          new DraftLine(
              debit.getKey().account(),
              mirrored ? amount.negated() : amount,
              mirrored ? baseAmount.negated() : baseAmount,
              debit.getKey().costCentre(),
              null));
    }
    return lines;
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

  private void debitTax(TaxGroup group, List<InvoiceLine> lines) {
    TaxCode code = taxCode(group, lines);
    Money tax =
        details.taxes().stream()
            .filter(stated -> TaxGroup.of(stated).equals(group))
            .map(ReceivedTax::tax)
            .reduce(zero, Money::plus);
    switch (code.kind()) {
      case RECOVERABLE -> debit(new Place(input(code), null), tax);
      case COST, NONE -> shareOut(tax, lines);
      case REVERSE_CHARGE -> {
        Money taxable = lines.stream().map(line -> line.stated().net()).reduce(zero, Money::plus);
        Money own = taxable.times(code.ownRate().divide(HUNDRED), RoundingMode.HALF_UP);
        debit(new Place(input(code), null), own.plus(tax));
        debit(new Place(output(code), null), own.negated());
      }
    }
  }

  /** Tax that is cost follows the lines' net amounts. */
  private void shareOut(Money tax, List<InvoiceLine> lines) {
    Money net = lines.stream().map(line -> line.stated().net()).reduce(zero, Money::plus);
    if (net.isZero()) {
      debit(place(lines.get(0)), tax);
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
      debit(place(line), target.minus(shared));
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
    debits.merge(place, amount, Money::plus);
  }

  private Place place(InvoiceLine line) {
    LineCoding coding = coding(line);
    return new Place(coding.account(), coding.costCentre());
  }

  private LineCoding coding(InvoiceLine line) {
    LineCoding coding = line.coding();
    if (coding == null) {
      throw PayablesError.LINE_NOT_CODED.with(line.position(), details.invoice().documentNumber());
    }
    return coding;
  }

  private static String input(TaxCode code) {
    return account(code, code.inputAccount());
  }

  private static String output(TaxCode code) {
    return account(code, code.outputAccount());
  }

  private static String account(TaxCode code, @Nullable String account) {
    if (account == null) {
      throw new IllegalStateException("tax code " + code.code() + " lacks an account its kind has");
    }
    return account;
  }
}
