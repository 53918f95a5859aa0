package org.countinghouse.bankfiles;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** The banks' published files and ours, with the figures that separate scripts found in them. */
final class BankSamples {

  private static final Path FOLDER =
      Path.of(System.getProperty("samples.dir", "../shared/samples"), "bank");

  private BankSamples() {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One test per file that the table has rows of, with its rows. */
  static Stream<DynamicTest> perFile(String table, FileTest test) {
    if (!Files.isDirectory(FOLDER)) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "skipped: there is no " + FOLDER, () -> Assumptions.abort("no " + FOLDER)));
    }
    Map<String, List<NamedCsvRecord>> rows = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(table))) {
      reader.forEach(
          row ->
              rows.computeIfAbsent(row.getField("file"), file -> new java.util.ArrayList<>())
                  .add(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(), () -> test.run(each.getKey(), each.getValue())));
  }

  /** One test per row. */
  static Stream<DynamicTest> perRow(String table, Consumer<NamedCsvRecord> test) {
    return perFile(table, (file, rows) -> rows.forEach(test));
  }

  /** What is to be seen of a file. */
  interface FileTest {
    void run(String file, List<NamedCsvRecord> rows) throws Exception;
  }
}
