package org.countinghouse.close.certificate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.close.certificate.Verification.Check;
import org.countinghouse.close.certificate.Verification.Verdict;

/**
 * A trial balance exported as CSV ({@code GET /api/reporting/reports/trial-balance?format=csv} as of
 * the certificate's last day, as known at its instant).
 */
public final class ExportedTrialBalance implements FiguresSource {

  private final Path file;

  /** The export in this file. */
  public ExportedTrialBalance(Path file) {
    this.file = file;
  }

  @Override
  public List<Check> compare(CloseCertificate certificate) {
    String name = "trial balance in " + file.getFileName();
    try {
      return List.of(TrialBalanceCheck.of(name, certificate, read(certificate)));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return List.of(
          new Check(name, Verdict.UNREADABLE, "not a trial balance export: " + e.getMessage()));
    }
  }

  private Figures read(CloseCertificate certificate) throws IOException {
    List<Figures.Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : csv) {
        rows.add(
            new Figures.Row(
                undisarmed(line.getField("account")),
                undisarmed(line.getField("name")),
                line.getField("type"),
                new BigDecimal(line.getField("debit")),
                new BigDecimal(line.getField("credit")),
                new BigDecimal(line.getField("balance"))));
      }
    }
    return Figures.of(certificate.organization().baseCurrency(), rows);
  }

  /** Exports put an apostrophe before text a spreadsheet would run. */
  private static String undisarmed(String text) {
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
