package org.countinghouse.bankfiles.writing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countinghouse.bankdetails.UsAccount;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.BankText;
import org.countinghouse.bankfiles.CreditTransfer;
import org.countinghouse.bankfiles.Nacha;
import org.countinghouse.bankfiles.NachaOrigin;
import org.countinghouse.bankfiles.PaymentBatch;
import org.countinghouse.bankfiles.PaymentFile;
import org.countinghouse.bankfiles.PaymentScheme;
import org.countinghouse.bankfiles.RoutingNumbers;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Writes ACH credits. A text for the payee becomes an addendum (type 05). Trace numbers count
 * through the file behind the first eight digits of the bank that takes it.
 */
public final class NachaWriter {

  static final int RECORD_LENGTH = 94;
  static final int BLOCKING = 10;

  private static final int ROUTING_LENGTH = 8;
  private static final int DEPOSIT_CREDIT = 22;
  private static final int DEBIT = 27;
  private static final String CREDITS_ONLY = "220";
  private static final String MIXED = "200";
  private static final long HASH_MODULUS = 10_000_000_000L;
  private static final int ADDENDUM_LENGTH = 80;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

  private final NachaOrigin origin;
  private final char modifier;
  private final Writer out;
  private int records;
  private int trace;
  private final Totals file = new Totals();

  /** Begins a file. */
  public NachaWriter(NachaOrigin origin, char modifier, OutputStream out) {
    this.origin = origin;
    this.modifier = modifier;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
  }

  /** What control records state. */
  private static final class Totals {
    private int batches;
    private int entriesAndAddenda;
    private long hash;
    private BigDecimal debits = BigDecimal.ZERO;
    private BigDecimal credits = BigDecimal.ZERO;

    void add(Totals batch) {
      batches++;
      entriesAndAddenda += batch.entriesAndAddenda;
      hash += batch.hash;
      debits = debits.add(batch.debits);
      credits = credits.add(batch.credits);
    }
  }

  /** What is wrong with the agreement itself. */
  public static List<Finding> check(NachaOrigin origin, char modifier) {
    List<Finding> findings = new ArrayList<>();
    if (!RoutingNumbers.isValid(origin.destination())) {
      findings.add(BankFileError.ROUTING_INVALID.at("origin", origin.destination()));
    }
    text(findings, "Immediate origin", origin.origin(), 10);
    text(findings, "Origin name", origin.originName(), 23);
    text(findings, "Destination name", origin.destinationName(), 23);
    text(findings, "Company id", origin.companyId(), 10);
    text(findings, "Company name", origin.companyName(), 16);
    text(findings, "Entry description", origin.entryDescription(), 10);
    if (!String.valueOf(modifier).matches("[A-Z0-9]")) {
      findings.add(
          BankFileError.VALUE.at("origin", String.valueOf(modifier), "a file id modifier"));
    }
    return findings;
  }

  private static void text(List<Finding> findings, String what, String text, int length) {
    if (!BankText.isReadable(text)) {
      findings.add(BankFileError.TEXT_INVALID.at("origin", what, length));
    } else if (text.length() > length) {
      findings.add(BankFileError.TOO_LONG.at("origin", what, length + " characters"));
    }
  }

  /** Writes a file that was checked. */
  public void write(PaymentFile payments) throws IOException {
    record(
        "101"
            + " "
            + origin.destination()
            + right(origin.origin(), 10)
            + payments.createdAt().format(DAY)
            + payments.createdAt().format(TIME)
            + modifier
            + "094"
            + BLOCKING
            + "1"
            + left(origin.destinationName(), 23)
            + left(origin.originName(), 23)
            + left(payments.id().substring(Math.max(0, payments.id().length() - 8)), 8));
    int number = 0;
    for (PaymentBatch batch : payments.batches()) {
      file.add(batch(batch, ++number));
    }
    int withControl = records + 1;
    int blocks = (withControl + BLOCKING - 1) / BLOCKING;
    record(
        "9"
            + zeros(file.batches, 6)
            + zeros(blocks, 6)
            + zeros(file.entriesAndAddenda, 8)
            + zeros(file.hash % HASH_MODULUS, 10)
            + cents(file.debits, 12)
            + cents(file.credits, 12)
            + " ".repeat(39));
    while (records % BLOCKING != 0) {
      record("9".repeat(RECORD_LENGTH));
    }
    out.flush();
  }

  private Totals batch(PaymentBatch batch, int number) throws IOException {
    batchHeader(batch, number);
    var totals = new Totals();
    for (CreditTransfer transfer : batch.transfers()) {
      String text = transfer.remittance();
      entry(
          totals,
          DEPOSIT_CREDIT,
          (UsAccount) transfer.account(),
          transfer.amount().amount(),
          Nacha.identification(transfer.endToEndId()),
          transfer.creditor().name(),
          text == null ? transfer.creditorReference() : text);
    }
    if (origin.balanced()) {
      entry(
          totals,
          DEBIT,
          (UsAccount) batch.account(),
          batch.controlSum(),
          Nacha.identification(batch.id()),
          batch.debtor().name(),
          null);
    }
    batchControl(totals, number);
    return totals;
  }

  private void batchHeader(PaymentBatch batch, int number) throws IOException {
    record(
        "5"
            + serviceClass()
            + left(origin.companyName(), 16)
            + left(batch.id().substring(Math.max(0, batch.id().length() - 20)), 20)
            + left(origin.companyId(), 10)
            + (batch.scheme() == PaymentScheme.ACH_PPD ? "PPD" : "CCD")
            + left(origin.entryDescription(), 10)
            + batch.executeOn().format(DAY)
            + batch.executeOn().format(DAY)
            + "   "
            + "1"
            + bank()
            + zeros(number, 7));
  }

  private void batchControl(Totals totals, int number) throws IOException {
    record(
        "8"
            + serviceClass()
            + zeros(totals.entriesAndAddenda, 6)
            + zeros(totals.hash % HASH_MODULUS, 10)
            + cents(totals.debits, 12)
            + cents(totals.credits, 12)
            + left(origin.companyId(), 10)
            + " ".repeat(19)
            + " ".repeat(6)
            + bank()
            + zeros(number, 7));
  }

  private String serviceClass() {
    return origin.balanced() ? MIXED : CREDITS_ONLY;
  }

  /** The routing number without its check digit, as trace numbers begin. */
  private String bank() {
    return origin.destination().substring(0, ROUTING_LENGTH);
  }

  private void entry(
      Totals totals,
      int code,
      UsAccount account,
      BigDecimal amount,
      String identification,
      String name,
      @Nullable String text)
      throws IOException {
    trace++;
    String addendum = text == null ? "" : BankText.plain(text);
    record(
        "6"
            + code
            + account.routingNumber()
            + left(account.account(), 17)
            + cents(amount, 10)
            + left(identification, 15)
            + left(BankText.plain(name), 22)
            + "  "
            + (addendum.isEmpty() ? "0" : "1")
            + bank()
            + zeros(trace, 7));
    totals.entriesAndAddenda++;
    totals.hash += Long.parseLong(account.routingNumber().substring(0, ROUTING_LENGTH));
    if (code == DEBIT) {
      totals.debits = totals.debits.add(amount);
    } else {
      totals.credits = totals.credits.add(amount);
    }
    if (!addendum.isEmpty()) {
      record("705" + left(addendum, ADDENDUM_LENGTH) + "0001" + zeros(trace, 7));
      totals.entriesAndAddenda++;
    }
  }

  private void record(String text) throws IOException {
    if (text.length() != RECORD_LENGTH) {
      throw new IllegalStateException("a record of " + text.length() + " characters");
    }
    out.write(text);
    out.write('\n');
    records++;
  }

  /** Left-justified; what is longer is cut. */
  private static String left(String text, int length) {
    String cut = text.length() > length ? text.substring(0, length) : text;
    return cut + " ".repeat(length - cut.length());
  }

  private static String right(String text, int length) {
    return " ".repeat(length - text.length()) + text;
  }

  private static String zeros(long number, int length) {
    String digits = String.valueOf(number);
    if (digits.length() > length) {
      throw new IllegalStateException(digits + " does not fit " + length + " digits");
    }
    return "0".repeat(length - digits.length()) + digits;
  }

  private static String cents(BigDecimal amount, int length) {
    return zeros(amount.movePointRight(2).longValueExact(), length);
  }
}
