package org.countinghouse.bankfiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.countinghouse.bankfiles.reading.NachaReader;
import org.countinghouse.bankfiles.writing.NachaWriter;
import org.countinghouse.errors.Finding;

/**
 * Files of the US Automated Clearing House: credits to companies (CCD) and people (PPD) are
 * written, with or without the debit that balances them; files of any class are read and checked,
 * returns and notifications of change among them.
 *
 * @see <a href="https://achdevguide.nacha.org/ach-file-details">Nacha operating rules, file
 *     details</a>
 */
public final class Nacha {

  /** What an entry's identification number holds. */
  public static final int IDENTIFICATION_LENGTH = 15;

  private Nacha() {}

  /**
   * Writes a file: records of 94 characters in blocks of ten, a line each.
   *
   * @param origin what was agreed with the bank
   * @param modifier tells files of one day apart: A to Z, then 0 to 9
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.file-invalid} with all
   *     findings, before the first byte is written
   * @throws IllegalArgumentException for a batch that is not of the ACH
   */
  public static void write(PaymentFile file, NachaOrigin origin, char modifier, OutputStream out)
      throws IOException {
    if (!file.batches().stream().allMatch(batch -> batch.scheme().isAch())) {
      throw new IllegalArgumentException("only ACH batches are written as NACHA");
    }
    List<Finding> findings = new ArrayList<>(PaymentChecks.check(file));
    findings.addAll(NachaWriter.check(origin, modifier));
    if (!findings.isEmpty()) {
      throw BankFileError.FILE_INVALID.withFindings(
          findings, file.id(), findings.size(), findings.get(0).message());
    }
    new NachaWriter(origin, modifier, out).write(file);
  }

  /**
   * What stands in an entry's identification number for this end-to-end id: the id itself, or of a
   * longer one its last 15 characters, which tell more than the first. Returns repeat it.
   */
  public static String identification(String endToEndId) {
    int length = endToEndId.length();
    return length <= IDENTIFICATION_LENGTH
        ? endToEndId
        : endToEndId.substring(length - IDENTIFICATION_LENGTH);
  }

  /**
   * Reads a file and checks it: record length and order, routing numbers, batch and file controls,
   * hashes.
   *
   * @param each gets every entry in the file's order, right or wrong
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.*} when it is not readable
   *     at all
   */
  public static ReadNachaFile read(InputStream in, Consumer<NachaEntry> each) throws IOException {
    return new NachaReader(in, each).read();
  }
}
