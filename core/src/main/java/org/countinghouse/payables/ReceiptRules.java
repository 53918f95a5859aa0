package org.countinghouse.payables;

import java.util.stream.Stream;
import org.countinghouse.money.Money;

/** What a document must be for us to book it exactly as it states. */
final class ReceiptRules {

  private ReceiptRules() {}

  static void check(ReceivedInvoice received) {
    String number = received.number().strip();
    if (number.isEmpty()) {
      throw PayablesError.NUMBER_MISSING.with();
    }
    if (number.length() > ReceivedInvoice.NUMBER_LENGTH_MAX) {
      throw PayablesError.NUMBER_TOO_LONG.with(number.length(), ReceivedInvoice.NUMBER_LENGTH_MAX);
    }
    if (received.lines().isEmpty()) {
      throw PayablesError.LINES_MISSING.with(number);
    }
    ReceivedInvoice.Totals totals = received.totals();
    Stream.of(
            received.lines().stream().map(ReceivedLine::net),
            received.taxes().stream().flatMap(tax -> Stream.of(tax.taxable(), tax.tax())),
            Stream.of(
                totals.net(), totals.tax(), totals.gross(), totals.prepaid(), totals.payable()))
        .flatMap(amounts -> amounts)
        .map(Money::currency)
        .filter(currency -> !currency.equals(received.currency()))
        .findFirst()
        .ifPresent(
            other -> {
              throw PayablesError.CURRENCY_DIFFERS.with(number, received.currency(), other);
            });
    Money zero = Money.zero(received.currency());
    Money lines = received.lines().stream().map(ReceivedLine::net).reduce(zero, Money::plus);
    Money taxes = received.taxes().stream().map(ReceivedTax::tax).reduce(zero, Money::plus);
    require(number, "lines " + lines + ", net " + totals.net(), lines.equals(totals.net()));
    require(number, "taxes " + taxes + ", tax " + totals.tax(), taxes.equals(totals.tax()));
    require(
        number,
        "net and tax " + totals.net().plus(totals.tax()) + ", gross " + totals.gross(),
        totals.net().plus(totals.tax()).equals(totals.gross()));
  }

  private static void require(String number, String difference, boolean holds) {
    if (!holds) {
      throw PayablesError.TOTALS_DIFFER.with(number, difference);
    }
  }
}
