package org.countinghouse.close.certificate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.countinghouse.close.certificate.Verification.Check;
import org.countinghouse.close.certificate.Verification.Verdict;

/**
 * A trial balance exported as CSV ({@code GET /api/reporting/reports/trial-balance?format=csv} as
 * of the certificate's last day, as known at its instant).
 */
public final class ExportedTrialBalance implements FiguresSource {

  private static final List<String> COLUMNS =
      List.of("account", "name", "type", "debit", "credit", "balance");

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
    } catch (IOException | RuntimeException e) {
      return List.of(
          new Check(name, Verdict.UNREADABLE, "not a trial balance export: " + e.getMessage()));
    }
  }

  private Figures read(CloseCertificate certificate) throws IOException {
    List<Figures.Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      Map<String, Integer> places = new HashMap<>();
      for (CsvRecord line : csv) {
        if (places.isEmpty()) {
          readHeading(line, places);
        } else {
          rows.add(row(line, places));
        }
      }
      if (places.isEmpty()) {
        throw new IllegalArgumentException("the file is empty");
      }
    }
    return Figures.of(certificate.organization().baseCurrency(), rows);
  }

  private static void readHeading(CsvRecord heading, Map<String, Integer> places) {
    for (int i = 0; i < heading.getFieldCount(); i++) {
      places.put(heading.getField(i), i);
    }
    if (!places.keySet().containsAll(COLUMNS)) {
      throw new IllegalArgumentException("its first line does not name " + COLUMNS);
    }
  }

  private static Figures.Row row(CsvRecord line, Map<String, Integer> places) {
    Function<String, String> field =
        column -> line.getField(Objects.requireNonNull(places.get(column)));
    return new Figures.Row(
        undisarmed(field.apply("account")),
        undisarmed(field.apply("name")),
        field.apply("type"),
        new BigDecimal(field.apply("debit")),
        new BigDecimal(field.apply("credit")),
        new BigDecimal(field.apply("balance")));
  }

  /** Exports put an apostrophe before text a spreadsheet would run. */
  private static String undisarmed(String text) {
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
