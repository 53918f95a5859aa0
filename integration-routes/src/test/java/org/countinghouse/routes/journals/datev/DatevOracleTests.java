package org.countinghouse.routes.journals.datev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countinghouse.errors.Finding;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Published DATEV files; their names say what is the matter with them. */
@Tag("oracle")
class DatevOracleTests {

  private record Expected(int bookings, String... findings) {}

  private static final Map<String, Expected> EXPECTED =
      Map.of(
          "EXTF_Buchungsstapel.csv",
          new Expected(1, "journals.datev-tax-key line 3"),
          "EXTF_Stammdaten.csv",
          new Expected(0, "journals.datev-header line 1"),
          "broken_quotes.csv",
          new Expected(1, "journals.datev-quotes line 4"),
          "encoding_utf8_bom.csv",
          new Expected(2),
          "invalid_fields.csv",
          new Expected(
              1,
              "journals.datev-side line 4",
              "journals.datev-account line 5",
              "journals.datev-reference line 6"),
          "valid_minimal_700.csv",
          new Expected(10));

  private final Path folder =
      Path.of(System.getProperty("samples.dir", "samples"), "ledger", "datev");

  @TestFactory
  Stream<DynamicTest> filesReadAsTheirNamesSay() throws IOException {
    if (!Files.isDirectory(folder)) {
      System.out.println("Skipped: DATEV samples, because there is no " + folder);
      Assumptions.abort("no " + folder);
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    String.valueOf(file.getFileName()), () -> readsAsItsNameSays(file)));
  }

  private static void readsAsItsNameSays(Path file) throws IOException {
    List<Finding> findings = new ArrayList<>();
    DatevBatch batch = DatevBatch.read(Files.readAllBytes(file), findings);

    Expected expected = EXPECTED.get(String.valueOf(file.getFileName()));
    if (expected == null) { // a file we have not seen: it is read or refused, never a crash
      assertThat(batch.bookings().size() + findings.size()).isPositive();
      return;
    }
    assertThat(batch.bookings()).hasSize(expected.bookings());
    assertThat(findings)
        .extracting(finding -> finding.code() + " " + finding.place())
        .containsExactly(expected.findings());
    assertThat(batch.bookings())
        .allSatisfy(
            booking -> {
              assertThat(booking.description()).isNotBlank().doesNotContain("\uFFFD");
              assertThat(booking.lines().get(0).amount())
                  .isEqualByComparingTo(booking.lines().get(1).amount().negate());
            });
  }
}
