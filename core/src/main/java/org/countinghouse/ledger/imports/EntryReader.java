package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.countinghouse.ledger.Fault;
import org.countinghouse.ledger.JournalDigest;
import org.countinghouse.ledger.JournalImportError;
import org.countinghouse.ledger.LedgerError;

/**
 * Reads a journal file once, finding everything that is wrong with it, and hands its entries on as
 * long as nothing is. The lines of an entry stand together.
 */
final class EntryReader {

  /** The module imported journals are posted by; the file's own source stands after a colon. */
  static final String MODULE = "journals";

  private static final int REFERENCE_MAX = 100;
  private static final int SOURCE_MAX = 20;

  private final References references;
  private final DateReader dates;
  private final LineReader lineReader;
  private final EntrySink sink;
  private final FindingLog log;
  private final Entry entry = new Entry();
  private final EntryLine line = new EntryLine();
  private boolean inEntry;
  private boolean damaged;
  private long entries;
  private long lines;

  EntryReader(References references, EntrySink sink, FindingLog log) {
    this.references = references;
    this.dates = new DateReader(references, log);
    this.lineReader = new LineReader(references, log);
    this.sink = sink;
    this.log = log;
  }

  /**
   * What a whole file held.
   *
   * @param months the months posted to, each with the first line that does
   */
  record Summary(
      long entries,
      long lines,
      LocalDate firstDay,
      LocalDate lastDay,
      Map<YearMonth, Integer> months) {}

  Summary read(InputStream file, char expectedSeparator) throws IOException {
    Preamble preamble = Preamble.read(file, expectedSeparator);
    var csv = new CsvRecords(preamble.in(), preamble.separator(), preamble.line());
    if (!csv.next()) {
      log.add(0, Fault.of(JournalImportError.EMPTY));
      return summary();
    }
    Columns columns = Columns.read(csv, preamble.separator(), log);
    if (!log.isEmpty()) {
      return summary(); // without its header nothing else can be told
    }
    while (csv.next()) {
      lines++;
      if (isReadable(csv, columns)) {
        record(csv, columns);
      } else {
        entry.isDamaged = true;
        damaged = true;
      }
    }
    endEntry();
    if (lines == 0) {
      log.add(0, Fault.of(JournalImportError.NO_LINES));
    }
    return summary();
  }

  private Summary summary() {
    return new Summary(entries, lines, dates.firstDay(), dates.lastDay(), dates.months());
  }

  private boolean isReadable(CsvRecords csv, Columns columns) {
    Fault fault = null;
    if (csv.isTooLong()) {
      fault = Fault.of(JournalImportError.TOO_LONG, CsvRecords.RECORD_BYTES_MAX);
    } else if (!csv.isWellFormed()) {
      fault = Fault.of(JournalImportError.QUOTES);
    } else if (csv.fields() != columns.count()) {
      fault = Fault.of(JournalImportError.FIELDS, csv.fields(), columns.count());
    } else if (!csv.isUtf8()) {
      fault = Fault.of(JournalImportError.ENCODING);
    }
    if (fault != null) {
      log.add(csv.line(), fault);
    }
    return fault == null;
  }

  private void record(CsvRecords csv, Columns columns) throws IOException {
    int field = columns.entry();
    Utf8.blankControls(csv.buffer(), csv.start(field), csv.length(field));
    int length = csv.length(field);
    if (length == 0 || Utf8.characters(csv.buffer(), csv.start(field), length) > REFERENCE_MAX) {
      log.add(csv.line(), Fault.of(JournalImportError.ENTRY));
      return;
    }
    boolean continues = inEntry && entry.reference.is(csv.buffer(), csv.start(field), length);
    if (!continues) {
      endEntry();
      inEntry = true;
      entry.begin(csv.line(), damaged);
      damaged = false;
      entry.reference.set(csv.buffer(), csv.start(field), length);
    }
    lineNumber(csv, columns.line());
    dates.read(csv, columns.date(), entry, continues);
    source(csv, columns.source(), continues);
    entry.lines++;
    lineReader.read(csv, columns, entry, line);
    if (!continues) {
      describe();
    }
    pass(continues);
  }

  private void pass(boolean continues) throws IOException {
    if (!log.isEmpty()) {
      return;
    }
    if (!continues) {
      sink.begin(entry);
    }
    if (entry.description.is(line.textBytes, line.textStart, line.textLength)) {
      line.textLength = 0;
    }
    sink.line(entry, line);
  }

  /** The first line's text says what the entry is; where it has none, the entry's own name. */
  private void describe() {
    if (line.textLength > 0) {
      entry.description.set(line.textBytes, line.textStart, line.textLength);
    } else {
      entry.description.set(entry.reference.bytes, 0, entry.reference.length);
    }
  }

  private void lineNumber(CsvRecords csv, int field) {
    int number = Numbers.ordinal(csv.buffer(), csv.start(field), csv.length(field));
    if (number < 0) {
      log.add(csv.line(), Fault.of(JournalImportError.LINE, csv.text(field)));
    } else if (number <= entry.lastLineNo) {
      if (!entry.isRepeated) {
        entry.isRepeated = true;
        log.add(
            csv.line(),
            Fault.of(JournalImportError.DUPLICATE_ENTRY, entry.reference.text(), entry.firstLine));
      }
    } else {
      entry.lastLineNo = number;
    }
    line.lineNo = number;
  }

  private void source(CsvRecords csv, int field, boolean continues) {
    int length = field < 0 ? 0 : csv.length(field);
    int start = field < 0 ? 0 : csv.start(field);
    byte[] bytes = csv.buffer();
    if (continues) {
      if (!entry.source.is(bytes, start, length)) {
        log.add(
            csv.line(),
            Fault.of(
                JournalImportError.SOURCES_DIFFER,
                entry.reference.text(),
                csv.text(field),
                entry.source.text()));
      }
      return;
    }
    boolean isName = length <= SOURCE_MAX;
    for (int at = start; isName && at < start + length; at++) {
      byte c = bytes[at];
      isName =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_';
    }
    if (isName) {
      entry.source.set(bytes, start, length);
    } else {
      entry.source.set(bytes, start, 0);
      log.add(csv.line(), Fault.of(JournalImportError.SOURCE, csv.text(field)));
    }
  }

  private void endEntry() throws IOException {
    if (!inEntry) {
      return;
    }
    inEntry = false;
    entries++;
    if (!entry.isDamaged) {
      checkWhole();
    }
    sink.seen(entry);
    if (log.isEmpty()) {
      sink.end(entry);
    }
  }

  private void checkWhole() {
    References.CurrencyRef currency = entry.currency;
    if (entry.lines < 2) {
      log.add(entry.firstLine, Fault.of(LedgerError.TOO_FEW_LINES, entry.reference.text()));
    } else if (entry.areAmountsKnown && entry.baseSum != 0) {
      unbalanced(entry.baseSum, references.base());
    } else if (entry.areAmountsKnown
        && !entry.isMixed
        && currency != null
        && entry.currencySum != 0) {
      unbalanced(entry.currencySum, currency);
    }
  }

  private void unbalanced(long units, References.CurrencyRef currency) {
    String open =
        BigDecimal.valueOf(units, JournalDigest.SCALE)
                .setScale(currency.currency().getDefaultFractionDigits())
                .toPlainString()
            + " "
            + new String(currency.code(), StandardCharsets.US_ASCII);
    log.add(entry.firstLine, Fault.of(LedgerError.UNBALANCED, entry.reference.text(), open));
  }
}
