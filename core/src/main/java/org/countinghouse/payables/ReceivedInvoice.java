package org.countinghouse.payables;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's invoice or credit note as its document states it, before anything of ours is added.
 * Names follow the business terms of EN 16931-1; every amount is in the document currency and, in a
 * credit note, positive.
 *
 * @param number the supplier's number (BT-1), at most {@value #NUMBER_LENGTH_MAX} characters
 * @param issuedOn document date (BT-2)
 * @param dueOn last day to pay (BT-9); null when the document names none
 * @param currency of every amount (BT-5)
 * @param lines items, then allowances and charges on document level: their net amounts sum to
 *     {@code totals.net}
 * @param taxes one per tax category and rate (BG-23)
 * @param payeeAccounts where the supplier wants the money (BG-17)
 * @param orderReference our purchase order (BT-13)
 * @param buyerReference whom it is for on our side (BT-10)
 * @param precedingInvoice the invoice a credit note or correction refers to (BT-25)
 * @param note free text (BT-22)
 * @param prepayment whether money is asked for ahead of the delivery (BT-3 is 386)
 * @param discounts what may be kept back for paying early (structured in BT-20)
 */
public record ReceivedInvoice(
    String number,
    LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    InvoiceType type,
    Currency currency,
    Party seller,
    Party buyer,
    List<ReceivedLine> lines,
    List<ReceivedTax> taxes,
    Totals totals,
    List<PayeeAccount> payeeAccounts,
    @Nullable String orderReference,
    @Nullable String buyerReference,
    @Nullable String precedingInvoice,
    @Nullable String note,
    boolean prepayment,
    List<DiscountTerm> discounts) {

  /** Longest number we keep; a longer one is refused with {@code payables.number-too-long}. */
  public static final int NUMBER_LENGTH_MAX = 500;

  public ReceivedInvoice {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    payeeAccounts = List.copyOf(payeeAccounts);
    discounts = List.copyOf(discounts);
  }

  /** A document that asks for nothing ahead and grants no discount. */
  public ReceivedInvoice(
      String number,
      LocalDate issuedOn,
      @Nullable LocalDate dueOn,
      InvoiceType type,
      Currency currency,
      Party seller,
      Party buyer,
      List<ReceivedLine> lines,
      List<ReceivedTax> taxes,
      Totals totals,
      List<PayeeAccount> payeeAccounts,
      @Nullable String orderReference,
      @Nullable String buyerReference,
      @Nullable String precedingInvoice,
      @Nullable String note) {
    this(
        number,
        issuedOn,
        dueOn,
        type,
        currency,
        seller,
        buyer,
        lines,
        taxes,
        totals,
        payeeAccounts,
        orderReference,
        buyerReference,
        precedingInvoice,
        note,
        false,
        List.of());
  }

  /**
   * The sums of the document (BG-22).
   *
   * @param net without tax (BT-109)
   * @param tax all taxes (BT-110)
   * @param gross net plus tax (BT-112)
   * @param prepaid paid already (BT-113); zero when the document names none
   * @param payable what is claimed (BT-115): gross less prepaid, plus the document's rounding
   */
  public record Totals(Money net, Money tax, Money gross, Money prepaid, Money payable) {

    /** What the supplier rounded the payable amount by (BT-114); negative when in our favour. */
    public Money rounding() {
      return payable.minus(gross.minus(prepaid));
    }
  }
}
