package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Iban;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.BankText;
import org.countinghouse.bankfiles.PaymentChecks;
import org.countinghouse.bankfiles.ReadPayment;
import org.countinghouse.bankfiles.ReadPaymentFile;
import org.countinghouse.bankfiles.SepaCountries;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/**
 * pain.001 of versions 03 to 12, payment by payment. Everything wrong is found, nothing is thrown
 * but for what cannot be read at all.
 */
public final class Pain001Reader {

  private static final Pattern VERSION = Pattern.compile("(pain\\.001\\.\\d{3}\\.\\d{2})");
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,5})?");
  private static final BigDecimal SEPA_MAX = new BigDecimal("999999999.99");
  private static final int FINDINGS_MAX = 200;
  private static final String BATCH = "Batch";

  private final XmlPull xml;
  private final Consumer<ReadPayment> each;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> endToEndIds = new HashSet<>();
  private String version = "";
  private String id = "";
  private int count;
  private BigDecimal sum = BigDecimal.ZERO;
  private int batches;

  /** Reads from this stream. */
  public Pain001Reader(InputStream in, Consumer<ReadPayment> each) throws IOException {
    this.xml = new XmlPull(in);
    this.each = each;
  }

  /** The batch that is open. */
  private static final class Batch {
    private String id = "";
    private String debtorAccount = "";
    private boolean sepa;
    private @Nullable LocalDate executeOn;
    private @Nullable String statedCount;
    private @Nullable String statedSum;
    private int count;
    private BigDecimal sum = BigDecimal.ZERO;
  }

  /** Reads to the end. */
  public ReadPaymentFile read() throws IOException {
    if (!xml.nextChild() || !xml.name().equals("Document")) {
      throw BankFileError.RECORD.refusing(xml.place(), "root element");
    }
    Matcher matcher = VERSION.matcher(xml.namespace());
    version = matcher.find() ? matcher.group(1) : "";
    XmlElement header = null;
    boolean initiation = false;
    while (xml.nextChild()) {
      if (!xml.name().equals("CstmrCdtTrfInitn")) {
        throw BankFileError.RECORD.refusing(xml.place(), Values.shown(xml.name()));
      }
      initiation = true;
      while (xml.nextChild()) {
        switch (xml.name()) {
          case "GrpHdr" -> header = header(xml.element());
          case "PmtInf" -> batch();
          default -> xml.skip();
        }
      }
    }
    xml.toTheEnd();
    if (!initiation || header == null) {
      throw BankFileError.EMPTY.refusing("", "credit transfer initiation");
    }
    String place = "GrpHdr";
    control(place, "The number of payments", header.text("NbOfTxs"), BigDecimal.valueOf(count));
    control(place, "The control sum", header.text("CtrlSum"), sum);
    if (count == 0) {
      found(BankFileError.EMPTY, "", "payment");
    }
    return new ReadPaymentFile(version, id, batches, count, sum, findings);
  }

  private XmlElement header(XmlElement header) {
    id = text(header.text("MsgId"));
    if (!BankText.isId(id, PaymentChecks.ID_LENGTH)) {
      found(BankFileError.ID_INVALID, "GrpHdr", "Message id", id, PaymentChecks.ID_LENGTH);
    }
    return header;
  }

  private void batch() throws IOException {
    batches++;
    var batch = new Batch();
    XmlElement head = new XmlElement("PmtInf", 0);
    boolean begun = false;
    while (xml.nextChild()) {
      if (xml.name().equals("CdtTrfTxInf")) {
        if (!begun) {
          fill(batch, head);
          begun = true;
        }
        payment(batch, xml.element());
      } else {
        head.add(xml.element());
      }
    }
    if (!begun) {
      fill(batch, head);
      found(BankFileError.EMPTY_BATCH, batch.id, BATCH + " " + batch.id);
    }
    String place = "batch " + batch.id;
    control(place, "The number of payments", batch.statedCount, BigDecimal.valueOf(batch.count));
    control(place, "The control sum", batch.statedSum, batch.sum);
  }

  private void fill(Batch batch, XmlElement head) {
    batch.id = text(head.text("PmtInfId"));
    batch.statedCount = head.text("NbOfTxs");
    batch.statedSum = head.text("CtrlSum");
    batch.sepa = "SEPA".equals(head.text("PmtTpInf", "SvcLvl", "Cd"));
    String day = head.text("ReqdExctnDt", "Dt");
    batch.executeOn = day(day == null ? head.text("ReqdExctnDt") : day);
    XmlElement account = head.child("DbtrAcct");
    batch.debtorAccount = account == null ? "" : text(CamtParties.account(account));
    String place = "batch " + batch.id;
    if (!BankText.isId(batch.id, PaymentChecks.ID_LENGTH)) {
      found(BankFileError.ID_INVALID, place, "Batch id", batch.id, PaymentChecks.ID_LENGTH);
    }
    if (batch.executeOn == null) {
      found(BankFileError.MISSING, place, "The execution date");
    }
    if (!"TRF".equals(head.text("PmtMtd"))) {
      found(BankFileError.VALUE, place, text(head.text("PmtMtd")), "payment method TRF");
    }
    if (account == null || !isAccount(account, batch.sepa)) {
      String shown = AccountNumber.masked(batch.debtorAccount);
      found(BankFileError.ACCOUNT_INVALID, place, shown, scheme(batch));
    }
  }

  private void payment(Batch batch, XmlElement payment) {
    String endToEnd = text(payment.text("PmtId", "EndToEndId"));
    String place = "payment " + endToEnd;
    if (!BankText.isId(endToEnd, PaymentChecks.ID_LENGTH)) {
      found(BankFileError.ID_INVALID, place, "End-to-end id", endToEnd, PaymentChecks.ID_LENGTH);
    } else if (!endToEndIds.add(endToEnd)) {
      found(BankFileError.ID_TWICE, place, endToEnd);
    }
    BigDecimal amount = amount(batch, payment, place);
    batch.count++;
    batch.sum = batch.sum.add(amount);
    count++;
    sum = sum.add(amount);
    String account = account(batch, payment, place);
    String name = text(payment.text("Cdtr", "Nm"));
    if (name.isEmpty()) {
      found(BankFileError.TEXT_INVALID, place, "The creditor's name", 70);
    }
    each.accept(
        new ReadPayment(
            batch.id,
            endToEnd,
            amount,
            currency(payment),
            name,
            account,
            batch.debtorAccount,
            remittance(payment, place),
            batch.executeOn));
  }

  private String currency(XmlElement payment) {
    XmlElement amount = payment.find("Amt", "InstdAmt");
    if (amount == null) {
      amount = payment.find("Amt", "EqvtAmt", "Amt");
    }
    return amount == null ? "" : text(amount.currency());
  }

  private BigDecimal amount(Batch batch, XmlElement payment, String place) {
    String written = payment.text("Amt", "InstdAmt");
    if (written == null) {
      written = payment.text("Amt", "EqvtAmt", "Amt");
    }
    if (written == null || !AMOUNT.matcher(written).matches()) {
      found(BankFileError.VALUE, place, Values.shown(text(written)), "an amount");
      return BigDecimal.ZERO;
    }
    BigDecimal amount = new BigDecimal(written);
    boolean cents = !batch.sepa || amount.stripTrailingZeros().scale() <= 2;
    if (amount.signum() <= 0 || !cents || (batch.sepa && amount.compareTo(SEPA_MAX) > 0)) {
      found(BankFileError.AMOUNT_INVALID, place, written, SEPA_MAX.toPlainString());
    }
    String currency = currency(payment);
    if (batch.sepa && !currency.equals("EUR")) {
      found(BankFileError.CURRENCY_INVALID, place, "SEPA", "EUR", Values.shown(currency));
    }
    return amount;
  }

  private String account(Batch batch, XmlElement payment, String place) {
    XmlElement account = payment.child("CdtrAcct");
    String number = account == null ? "" : text(CamtParties.account(account));
    if (account == null || !isAccount(account, batch.sepa)) {
      found(BankFileError.ACCOUNT_INVALID, place, AccountNumber.masked(number), scheme(batch));
    } else if (batch.sepa && !SepaCountries.contains(number.substring(0, 2))) {
      found(BankFileError.COUNTRY_INVALID, place, number.substring(0, 2), "SEPA");
    }
    return number;
  }

  private static String scheme(Batch batch) {
    return batch.sepa ? "SEPA" : "this batch";
  }

  /** SEPA takes IBANs only; elsewhere what calls itself one has to be one. */
  private static boolean isAccount(XmlElement account, boolean sepa) {
    String iban = account.text("Id", "IBAN");
    if (iban != null) {
      return Iban.isValid(iban);
    }
    return !sepa && account.text("Id", "Othr", "Id") != null;
  }

  private @Nullable String remittance(XmlElement payment, String place) {
    StringBuilder text = new StringBuilder();
    XmlElement remittance = payment.child("RmtInf");
    if (remittance != null) {
      remittance.each("Ustrd", line -> text.append(text.isEmpty() ? "" : " ").append(line.text()));
    }
    if (text.length() > PaymentChecks.REMITTANCE_LENGTH) {
      found(
          BankFileError.TOO_LONG,
          place,
          "The remittance text",
          PaymentChecks.REMITTANCE_LENGTH + " characters");
    }
    String reference = payment.text("RmtInf", "Strd", "CdtrRefInf", "Ref");
    return text.isEmpty() ? reference : text.toString();
  }

  private void control(String place, String what, @Nullable String stated, BigDecimal counted) {
    if (stated == null) {
      return;
    }
    boolean number = AMOUNT.matcher(stated).matches();
    if (!number || new BigDecimal(stated).compareTo(counted) != 0) {
      found(
          BankFileError.CONTROL_TOTAL, place, what, Values.shown(stated), counted.toPlainString());
    }
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void found(BankFileError error, String place, Object... details) {
    if (findings.size() < FINDINGS_MAX) {
      findings.add(error.at(place, details));
    }
  }
}
