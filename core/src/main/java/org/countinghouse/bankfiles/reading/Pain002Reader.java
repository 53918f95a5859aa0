package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.PaymentStatus;
import org.countinghouse.bankfiles.StatusReason;
import org.countinghouse.bankfiles.StatusReport;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * ISO 20022 pain.002, payment status report. The group speaks for the whole file unless it says
 * PART.
 */
public final class Pain002Reader {

  private static final Pattern VERSION = Pattern.compile("(pain\\.002\\.\\d{3}\\.\\d{2})");

  private final XmlPull xml;
  private String version = "";
  private String id = "";
  private @Nullable LocalDateTime createdAt;

  /** Reads from this stream. */
  public Pain002Reader(InputStream in) throws IOException {
    this.xml = new XmlPull(in);
  }

  /** Reads to the end. */
  public List<StatusReport> read() throws IOException {
    if (!xml.nextChild() || !xml.name().equals("Document")) {
      throw BankFileError.RECORD.refusing(xml.place(), "root element");
    }
    Matcher matcher = VERSION.matcher(xml.namespace());
    version = matcher.find() ? matcher.group(1) : "pain.002";
    List<StatusReport> reports = new ArrayList<>();
    while (xml.nextChild()) {
      if (!xml.name().equals("CstmrPmtStsRpt")) {
        throw BankFileError.RECORD.refusing(xml.place(), Values.shown(xml.name()));
      }
      XmlElement group = null;
      List<StatusReport.Batch> batches = new ArrayList<>();
      while (xml.nextChild()) {
        switch (xml.name()) {
          case "GrpHdr" -> header(xml.element());
          case "OrgnlGrpInfAndSts" -> group = xml.element();
          case "OrgnlPmtInfAndSts" -> batches.add(batch());
          default -> xml.skip();
        }
      }
      if (group == null) {
        throw BankFileError.MISSING.refusing(xml.place(), "Element OrgnlGrpInfAndSts");
      }
      reports.add(report(group, batches));
    }
    xml.toTheEnd();
    if (reports.isEmpty()) {
      throw BankFileError.EMPTY.refusing("", "status report");
    }
    return reports;
  }

  private void header(XmlElement header) {
    id = text(header.text("MsgId"));
    createdAt = Values.moment(header.text("CreDtTm"));
  }

  private StatusReport report(XmlElement group, List<StatusReport.Batch> batches) {
    String original = group.text("OrgnlMsgId");
    if (original == null) {
      throw BankFileError.MISSING.refusing(group.place(), "Element OrgnlMsgId");
    }
    return new StatusReport(
        id,
        createdAt,
        version,
        original,
        text(group.text("OrgnlMsgNmId")),
        status(group, "GrpSts"),
        reasons(group),
        batches);
  }

  /** A batch, its payments one by one: a status for each of 50,000 is not unusual. */
  private StatusReport.Batch batch() throws IOException {
    List<StatusReport.Transaction> transactions = new ArrayList<>();
    XmlElement batch =
        xml.element(
            (root, child) -> {
              if (!child.name().equals("TxInfAndSts")) {
                return true;
              }
              transactions.add(transaction(child, status(root, "PmtInfSts")));
              return false;
            });
    return new StatusReport.Batch(
        text(batch.text("OrgnlPmtInfId")),
        status(batch, "PmtInfSts"),
        reasons(batch),
        transactions);
  }

  private static StatusReport.Transaction transaction(
      XmlElement transaction, @Nullable PaymentStatus batch) {
    PaymentStatus status = status(transaction, "TxSts");
    if (status == null) {
      status = batch;
    }
    if (status == null) {
      throw BankFileError.MISSING.refusing(transaction.place(), "Element TxSts");
    }
    XmlElement amount = transaction.find("OrgnlTxRef", "Amt", "InstdAmt");
    Money money = amount == null ? null : CamtEntry.amount(amount);
    return new StatusReport.Transaction(
        text(Values.reference(transaction.text("OrgnlEndToEndId"))),
        Values.reference(transaction.text("OrgnlInstrId")),
        null,
        status,
        reasons(transaction),
        money,
        null);
  }

  private static @Nullable PaymentStatus status(XmlElement element, String name) {
    XmlElement status = element.child(name);
    return status == null ? null : PaymentStatus.of(status.text(), status.place());
  }

  private static List<StatusReason> reasons(XmlElement element) {
    List<StatusReason> reasons = new ArrayList<>();
    element.each(
        "StsRsnInf",
        reason -> {
          String code = reason.text("Rsn", "Cd");
          String own = code == null ? reason.text("Rsn", "Prtry") : code;
          StringBuilder more = new StringBuilder();
          reason.each(
              "AddtlInf", line -> more.append(more.isEmpty() ? "" : " ").append(line.text()));
          if (own != null || !more.isEmpty()) {
            reasons.add(new StatusReason(text(own), more.isEmpty() ? null : more.toString()));
          }
        });
    return reasons;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
