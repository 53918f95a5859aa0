package org.countinghouse.bankfiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.countinghouse.bankfiles.reading.Pain001Reader;
import org.countinghouse.bankfiles.writing.Pain001Writer;
import org.countinghouse.errors.Finding;

/**
 * ISO 20022 customer credit transfer initiation: written as pain.001.001.09 for SEPA, sterling
 * within the United Kingdom and cross-border payments; read in versions 03 and 09.
 *
 * @see <a href="https://www.iso20022.org/iso-20022-message-definitions?search=pain.001">ISO 20022,
 *     pain.001.001.09</a>
 */
public final class Pain001 {

  private Pain001() {}

  /**
   * Writes a file in UTF-8. Names and texts are written in the characters every bank carries
   * ({@link BankText}); everything else stands as given. The stream stays open.
   *
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.file-invalid} with all
   *     findings of {@link PaymentChecks#check}, before the first byte is written
   * @throws IllegalArgumentException for a batch of the ACH, which NACHA files carry
   */
  public static void write(PaymentFile file, OutputStream out) throws IOException {
    if (file.batches().stream().anyMatch(batch -> batch.scheme().isAch())) {
      throw new IllegalArgumentException("ACH batches are written as NACHA");
    }
    List<Finding> findings = PaymentChecks.check(file);
    if (!findings.isEmpty()) {
      throw BankFileError.FILE_INVALID.withFindings(
          findings, file.id(), findings.size(), findings.get(0).message());
    }
    new Pain001Writer(out).write(file);
  }

  /**
   * Reads a file and checks it: counts and sums at both levels, ids, amounts, accounts and the
   * rules of its service level.
   *
   * @param each gets every payment in the file's order, right or wrong
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.*} when it is not readable
   *     at all
   */
  public static ReadPaymentFile read(InputStream in, Consumer<ReadPayment> each)
      throws IOException {
    return new Pain001Reader(in, each).read();
  }
}
