package org.countinghouse.routes.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Outside data with known outcomes: a folder below {@code -Dsamples.dir} with {@code
 * expected-*.csv}. Where it is absent the tests report what they skipped.
 */
public final class OracleSamples {

  private final Path folder;

  /** The samples of this kind, such as {@code einvoice}. */
  public OracleSamples(String kind) {
    this.folder = Path.of(System.getProperty("samples.dir", "../shared/samples")).resolve(kind);
  }

  /** One test per row of an expectations file, named by the given column values. */
  public Stream<DynamicTest> testsOf(String csv, Function<NamedCsvRecord, Executable> test) {
    Path expectations = folder.resolve(csv);
    if (!Files.exists(expectations)) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "skipped: there is no " + expectations,
              () -> Assumptions.abort("no samples at " + expectations)));
    }
    return rows(expectations).stream()
        .map(row -> DynamicTest.dynamicTest(nameOf(row), test.apply(row)));
  }

  /** A file named by a row. */
  public byte[] bytes(NamedCsvRecord row) {
    try {
      return Files.readAllBytes(folder.resolve(row.getField("file")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<NamedCsvRecord> rows(Path csv) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(NamedCsvRecord row) {
    return row.getField(0) + " " + row.getField(1);
  }
}
