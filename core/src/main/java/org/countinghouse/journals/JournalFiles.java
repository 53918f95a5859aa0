package org.countinghouse.journals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at files that people want to enter, before anything is stored. */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class JournalFiles {

  private final ManualJournals journals;
  private final Organizations organizations;

  JournalFiles(ManualJournals journals, Organizations organizations) {
    this.journals = journals;
    this.organizations = organizations;
  }

  /**
   * What a file says, and everything that is wrong with it.
   *
   * @param postingDate the file's, or else the one asked for
   * @param lines those that can be read
   * @param places where each of them stands, in the same order: {@code row 7}
   * @param findings by the row their maker sees
   */
  public record Preview(
      @Nullable LocalDate postingDate,
      List<ManualLine> lines,
      List<String> places,
      List<Finding> findings) {}

  /**
   * Reads a file and checks it as if it were submitted.
   *
   * @param postingDate for files without a date; null where nobody knows yet, and then nothing is
   *     checked that depends on it
   * @throws BusinessException {@code tables.*} when it is no table with the columns of {@link
   *     JournalFile}; {@code organizations.unknown}
   */
  public Preview preview(
      UUID organizationId, byte[] content, @Nullable LocalDate postingDate, String description) {
    Currency base = organizations.byId(organizationId).baseCurrency();
    JournalFile file = JournalFile.read(content, base);
    LocalDate day = file.date() == null ? postingDate : file.date();
    List<ManualLine> lines = file.lines().lines();
    List<Finding> findings = new ArrayList<>(file.findings());
    if (day != null && !lines.isEmpty()) {
      var journal = JournalContent.of(day, description.isBlank() ? "-" : description, lines);
      // where rows are missing, the rest need not balance
      boolean whole = findings.isEmpty();
      journals.check(organizationId, journal).stream()
          .filter(finding -> whole || !finding.place().isEmpty())
          .map(file.lines()::placed)
          .forEach(findings::add);
    }
    return new Preview(day, lines, file.lines().places(), List.copyOf(findings));
  }
}
