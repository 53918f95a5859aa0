package org.countinghouse.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Journals whose balances other programs worked out, and broken ones with their description. */
@Tag("oracle")
@DatabaseTest
class LedgerOracleTests {

  private static final String JOURNAL = "-journal.csv";

  @Autowired OwnLedgerFiles files;

  private final Path folder = Path.of(System.getProperty("samples.dir", "samples"), "ledger");

  @TestFactory
  Stream<DynamicTest> journalsImportToTheBalancesOthersWorkedOut() {
    return sources()
        .filter(source -> source.file().startsWith("own/") && source.file().endsWith(JOURNAL))
        .map(
            source -> {
              String stem = source.file().substring(0, source.file().length() - JOURNAL.length());
              return DynamicTest.dynamicTest(
                  source.file(),
                  () ->
                      files.importsToExpectedBalances(
                          folder.resolve(source.file()),
                          folder.resolve(stem + "-chart.csv"),
                          folder.resolve(stem + "-expected-trial-balance.csv"),
                          folder.resolve(stem + "-expected-totals.json")));
            });
  }

  @TestFactory
  Stream<DynamicTest> brokenFilesHaveTheirOutcome() {
    List<Source> all = sources().toList();
    return all.stream()
        .filter(source -> source.file().startsWith("own-bad/"))
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.file() + ": " + source.note(),
                    () ->
                        files.hasTheOutcomeOf(
                            source.note(),
                            folder.resolve(source.file()),
                            folder.resolve(chartFor(source, all)))));
  }

  private static String chartFor(Source bad, List<Source> all) {
    List<String> charts =
        all.stream()
            .map(Source::file)
            .filter(file -> file.startsWith("own/") && file.endsWith("-chart.csv"))
            .toList();
    String prefix = bad.file().substring("own-bad/".length()).split("-")[0];
    return charts.stream()
        .filter(file -> file.startsWith("own/" + prefix + "-"))
        .findFirst()
        .orElseGet(() -> charts.get(0));
  }

  private record Source(String file, String note) {}

  private Stream<Source> sources() {
    Path list = folder.resolve("sources.csv");
    if (!Files.exists(list)) {
      System.out.println("Skipped: ledger samples, because there is no " + list);
      Assumptions.abort("no " + list);
    }
    return OwnLedgerFiles.records(list).stream()
        .map(row -> new Source(row.getField("file"), row.getField("note")));
  }
}
