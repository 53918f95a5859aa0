package org.countinghouse.routes.supplierinvoices.einvoice;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedLine;

/** What the official rules leave to us: what would be dangerous to pay, or cannot be kept. */
final class OwnChecks {

  /** {@code numeric(19,4)}: fifteen digits before the point. */
  private static final BigDecimal AMOUNT_LIMIT = BigDecimal.TEN.pow(15);

  private static final BigDecimal RATE_LIMIT = BigDecimal.valueOf(1000);

  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  /** Zero-width characters and those that turn the reading direction (Unicode TR 36). */
  private static final Pattern HIDDEN =
      Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  private final ReceivedInvoice invoice;
  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();

  OwnChecks(ReceivedInvoice invoice) {
    this.invoice = invoice;
    checkAmounts();
    checkRates();
    checkAccounts();
    checkDates();
    checkSum();
    checkTexts();
  }

  List<Finding> errors() {
    return errors;
  }

  List<Finding> warnings() {
    return warnings;
  }

  private void checkAmounts() {
    var totals = invoice.totals();
    Stream<BigDecimal> amounts =
        Stream.concat(
            Stream.of(
                    totals.net(), totals.tax(), totals.gross(), totals.prepaid(), totals.payable())
                .map(Money::amount),
            Stream.concat(
                invoice.lines().stream().flatMap(OwnChecks::numbers),
                invoice.taxes().stream()
                    .flatMap(t -> Stream.of(t.taxable(), t.tax()))
                    .map(Money::amount)));
    amounts
        .filter(amount -> amount.abs().compareTo(AMOUNT_LIMIT) >= 0)
        .distinct()
        .forEach(
            amount -> errors.add(EInvoiceError.AMOUNT_TOO_LARGE.at("", amount.toPlainString())));
  }

  private void checkRates() {
    Stream.concat(
            invoice.lines().stream().map(line -> Optional.ofNullable(line.taxRate())),
            invoice.taxes().stream().map(tax -> Optional.ofNullable(tax.rate())))
        .flatMap(Optional::stream)
        .filter(rate -> rate.abs().compareTo(RATE_LIMIT) >= 0)
        .distinct()
        .forEach(rate -> errors.add(EInvoiceError.RATE_TOO_LARGE.at("", rate.toPlainString())));
  }

  private static Stream<BigDecimal> numbers(ReceivedLine line) {
    return Stream.of(
            Optional.of(line.net().amount()),
            Optional.ofNullable(line.quantity()),
            Optional.ofNullable(line.unitPrice()))
        .flatMap(Optional::stream);
  }

  private void checkAccounts() {
    for (PayeeAccount account : invoice.payeeAccounts()) {
      String number = account.number().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
      if (IBAN.matcher(number).matches() && !hasRightCheckDigits(number)) {
        warnings.add(EInvoiceError.IBAN_CHECK_DIGITS.at("BT-84", account.masked()));
      }
    }
  }

  /**
   * ISO 13616: country and check digits moved to the end, letters as numbers from 10, modulo 97.
   */
  static boolean hasRightCheckDigits(String iban) {
    var digits = new StringBuilder();
    for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
      digits.append(Character.digit(c, 36));
    }
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  private void checkDates() {
    LocalDate due = invoice.dueOn();
    if (due != null && due.isBefore(invoice.issuedOn())) {
      warnings.add(EInvoiceError.DUE_BEFORE_ISSUED.at("BT-9", due, invoice.issuedOn()));
    }
  }

  private void checkSum() {
    Money sum =
        invoice.lines().stream()
            .map(ReceivedLine::net)
            .reduce(Money.zero(invoice.currency()), Money::plus);
    if (!sum.equals(invoice.totals().net())) {
      warnings.add(EInvoiceError.LINES_DO_NOT_SUM.at("BT-109", sum, invoice.totals().net()));
    }
  }

  private void checkTexts() {
    checkText("BT-1", "The number", invoice.number());
    checkText("BT-27", "The seller's name", invoice.seller().name());
    invoice
        .payeeAccounts()
        .forEach(account -> checkText("BT-84", "A payee account", account.number()));
  }

  private void checkText(String place, String what, String text) {
    if (HIDDEN.matcher(text).find()) {
      warnings.add(EInvoiceError.HIDDEN_CHARACTERS.at(place, what));
    }
  }
}
