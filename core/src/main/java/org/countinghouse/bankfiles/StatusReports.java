package org.countinghouse.bankfiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.countinghouse.bankfiles.reading.Pain002Reader;
import org.countinghouse.money.Money;

/** Reads what banks say about payment files. */
public final class StatusReports {

  private StatusReports() {}

  /**
   * Reads ISO 20022 payment status reports (pain.002) of any version; one report per original file.
   *
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.*} when the file is broken,
   *     unsafe, or has a status that is unknown
   */
  public static List<StatusReport> readPain002(InputStream in) throws IOException {
    return new Pain002Reader(in).read();
  }

  /**
   * Reads the returns (addenda 99) and notifications of change (addenda 98) of an ACH file into one
   * report. It names single payments by what their identification numbers hold ({@link
   * Nacha#identification}) and by trace numbers, never the file they were sent in.
   *
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.*} when the file is broken
   *     or its controls differ, with all findings; {@code bankfiles.empty} when nothing is returned
   */
  public static StatusReport readNacha(InputStream in) throws IOException {
    List<StatusReport.Transaction> transactions = new ArrayList<>();
    ReadNachaFile file =
        Nacha.read(
            in,
            entry -> {
              if (entry.returned() != null) {
                transactions.add(transaction(entry, entry.returned()));
              }
            });
    if (!file.findings().isEmpty()) {
      throw BankFileError.NOT_READABLE.withFindings(
          file.findings(), file.findings().get(0).message());
    }
    if (transactions.isEmpty()) {
      throw BankFileError.EMPTY.refusing("", "return or notification of change");
    }
    var batch = new StatusReport.Batch("", null, List.of(), transactions);
    return new StatusReport(
        transactions.get(0).trace() == null ? "" : String.valueOf(transactions.get(0).trace()),
        file.createdOn() == null ? null : file.createdOn().atStartOfDay(),
        "NACHA",
        "",
        "",
        null,
        List.of(),
        List.of(batch));
  }

  private static StatusReport.Transaction transaction(NachaEntry entry, String code) {
    boolean change = entry.correctedData() != null;
    return new StatusReport.Transaction(
        entry.identification(),
        null,
        entry.originalTrace(),
        change ? PaymentStatus.CORRECTED : PaymentStatus.RETURNED,
        List.of(new StatusReason(code, NachaReasons.text(code))),
        change ? null : new Money(entry.amount(), Currency.getInstance("USD")),
        entry.correctedData());
  }
}
