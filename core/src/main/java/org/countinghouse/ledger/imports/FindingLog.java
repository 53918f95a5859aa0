package org.countinghouse.ledger.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Fault;
import org.countinghouse.ledger.JournalImportError;

/** Everything that is wrong with a file; the first {@value #LISTED_MAX} of it listed. */
public final class FindingLog {

  /** A file with more is wrong as a whole; the rest is counted. */
  public static final int LISTED_MAX = 10_000;

  private final List<Placed> placed = new ArrayList<>();
  private long count;

  /** Adds a fault on this line; line 0 is the file as a whole. */
  public void add(int line, Fault fault) {
    count++;
    if (placed.size() < LISTED_MAX) {
      placed.add(new Placed(line, fault));
    }
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** How many were found, listed or not. */
  public long count() {
    return count;
  }

  /** The findings in the order of their lines. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    placed.stream()
        .sorted(Comparator.comparingInt(Placed::line))
        .forEach(each -> findings.add(each.finding()));
    if (count > placed.size()) {
      findings.add(JournalImportError.MORE.at("", count - placed.size()));
    }
    return findings;
  }

  private record Placed(int line, Fault fault) {

    Finding finding() {
      return (line == 0 ? fault : fault.at("line " + line)).finding();
    }
  }
}
