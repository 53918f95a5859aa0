package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The project's own journal files; the same checks run on any other set as oracle tests. */
@DatabaseTest
class OwnLedgerFilesTests {

  private static final Path FOLDER = Path.of("src/test/resources/org/countinghouse/ledger/imports");

  @Autowired OwnLedgerFiles files;
  @Autowired BookVerifier verifier;

  @Test
  void yearImportsToTheBalancesAnotherProgramWorkedOut() {
    files.importsToExpectedBalances(
        FOLDER.resolve("fy-journal.csv"),
        FOLDER.resolve("fy-chart.csv"),
        FOLDER.resolve("fy-expected-trial-balance.csv"),
        FOLDER.resolve("fy-expected-totals.json"));
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fy-unbalanced.csv      | entry does not balance by 0.01
          fy-unknown-account.csv | account not in chart
          fy-header-account.csv  | posting to a non-postable account
          fy-both-sides.csv      | debit and credit on one line
          fy-three-decimals.csv  | more than 2 decimals
          fy-decimal-comma.csv   | decimal comma
          fy-bad-date.csv        | impossible date
          fy-formula-text.csv    | VALID; text starts with =
          fy-bom.csv             | VALID with UTF-8 BOM
          fy-semicolon.csv       | other delimiter
          fy-empty.csv           | empty file
          fy-header-only.csv     | no lines
          fy-one-bad-of-many.csv | one bad entry among good ones
          fy-duplicate-entry.csv | same entry id twice
          """)
  void brokenFileHasItsOutcome(String file, String description) {
    files.hasTheOutcomeOf(
        description, FOLDER.resolve("bad").resolve(file), FOLDER.resolve("fy-chart.csv"));
  }
}
