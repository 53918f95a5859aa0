package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.countinghouse.ledger.Fault;
import org.countinghouse.ledger.JournalSource;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.Signatures;
import org.jspecify.annotations.Nullable;

/**
 * One file into the books, all of it or nothing. Runs on the caller's connection inside the
 * caller's transaction, which stays usable when the file is refused.
 */
public final class FileImport {

  private final Connection connection;
  private final References references;
  private final JournalSource file;
  private final char separator;
  private final long partitionBytesMin;
  private final FindingLog log = new FindingLog();

  /**
   * @param partitionBytesMin files of this size and above get a partition of their own
   */
  public FileImport(
      Connection connection,
      References references,
      JournalSource file,
      char separator,
      long partitionBytesMin) {
    this.connection = connection;
    this.references = references;
    this.file = file;
    this.separator = separator;
    this.partitionBytesMin = partitionBytesMin;
  }

  /** What was stored. */
  public record Stored(
      int batch,
      long entries,
      long lines,
      LocalDate firstDay,
      LocalDate lastDay,
      Instant recordedAt) {}

  /** Everything that was found wrong; nothing is stored then. */
  public FindingLog log() {
    return log;
  }

  /** Finds what is wrong without storing anything. */
  public FindingLog check() throws SQLException, IOException {
    var nowhere =
        new EntrySink() {
          @Override
          public void begin(Entry entry) {}

          @Override
          public void line(Entry entry, EntryLine line) {}

          @Override
          public void end(Entry entry) {}
        };
    try (InputStream in = file.open()) {
      new EntryReader(references, nowhere, log).read(in, separator);
    }
    EntryCensus.take(connection, references, file, separator, log);
    return log;
  }

  /**
   * Stores the file.
   *
   * @param periods tells the periods as they stand now; asked once they can no longer change
   * @param progress told the number of lines read, now and then
   * @return null when the file is refused; {@link #log()} says why
   */
  public @Nullable Stored run(
      Signatures signatures, Instant now, Supplier<List<Period>> periods, LongConsumer progress)
      throws SQLException, IOException {
    Savepoint before = connection.setSavepoint();
    Stored stored = null;
    try {
      stored = store(signatures, now, periods, progress);
    } catch (DuplicateReferenceException e) {
      // the census below says which
    }
    if (stored == null) {
      connection.rollback(before);
      EntryCensus.take(connection, references, file, separator, log);
      if (log.isEmpty()) {
        throw new IllegalStateException("a file was refused and nothing is wrong with it");
      }
    }
    return stored;
  }

  private @Nullable Stored store(
      Signatures signatures, Instant now, Supplier<List<Period>> periods, LongConsumer progress)
      throws SQLException, IOException {
    ImportStore store =
        ImportStore.open(connection, references.organizationId(), file.size() >= partitionBytesMin);
    try (var headers = new HeaderSpool()) {
      var sums = new BalanceSums(references);
      EntryReader.Summary read;
      // opened first: finding the file may take a query, and a connection that copies answers none
      try (InputStream in = file.open();
          CopyStream copy = store.copyLines()) {
        var sink =
            new CopySink(copy, headers, sums, store.batch(), references, signatures, progress);
        read = new EntryReader(references, sink, log).read(in, separator);
        if (!log.isEmpty()) {
          return null;
        }
        copy.finish();
      }
      store.seal(read.firstDay(), read.lastDay());
      store.sharePeriods(read.firstDay(), read.lastDay());
      recheck(read.months(), periods.get());
      if (!log.isEmpty()) {
        return null;
      }
      Instant recordedAt = store.copyHeaders(headers, read.firstDay(), read.lastDay(), now);
      store.prove(new Proof(read.entries(), read.lines(), sums.baseDebit()));
      store.addToBalances(sums, read.firstDay(), read.lastDay());
      store.attach();
      return new Stored(
          store.batch(), read.entries(), read.lines(), read.firstDay(), read.lastDay(), recordedAt);
    }
  }

  /** A period may have been closed while the file was read. */
  private void recheck(Map<YearMonth, Integer> months, List<Period> periods) {
    for (Period period : periods) {
      Integer line = months.get(period.month());
      Fault closed = line == null ? null : DateReader.closedFault(period, period.month().atDay(1));
      if (line != null && closed != null) {
        log.add(line, closed);
      }
    }
  }
}
