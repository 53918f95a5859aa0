package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.ledger.Fault;
import org.countinghouse.ledger.JournalDigest;
import org.countinghouse.ledger.JournalImportError;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.jspecify.annotations.Nullable;

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
  private final LineReader lineReader;
  private final EntrySink sink;
  private final FindingLog log;
  private final Entry entry = new Entry();
  private final EntryLine line = new EntryLine();
  private boolean inEntry;
  private boolean damaged;
  private int lastDateDigits = -1;
  private LocalDate lastDate = LocalDate.EPOCH;
  private int lastFiscalYear;
  private long entries;
  private long lines;
  private final Map<YearMonth, Integer> months = new TreeMap<>();
  private LocalDate firstDay = LocalDate.MAX;
  private LocalDate lastDay = LocalDate.MIN;

  EntryReader(References references, EntrySink sink, FindingLog log) {
    this.references = references;
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
    return new Summary(entries, lines, firstDay, lastDay, months);
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
    date(csv, columns.date(), continues);
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

  private void date(CsvRecords csv, int field, boolean continues) {
    byte[] bytes = csv.buffer();
    int start = csv.start(field);
    int length = csv.length(field);
    boolean same = continues && entry.dateText.is(bytes, start, length);
    if (same && entry.date != null) {
      return;
    }
    if (!same && continues) {
      log.add(
          csv.line(),
          Fault.of(
              JournalImportError.DATES_DIFFER,
              entry.reference.text(),
              csv.text(field),
              entry.dateText.text()));
      return;
    }
    entry.dateText.set(bytes, start, length);
    int digits = Numbers.dateDigits(bytes, start, length);
    if (digits >= 0 && digits == lastDateDigits) {
      entry.date = lastDate;
      entry.fiscalYear = lastFiscalYear;
      return;
    }
    try {
      entry.date = LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
    } catch (DateTimeException e) {
      log.add(csv.line(), Fault.of(JournalImportError.DATE, csv.text(field)));
      return;
    }
    Period period = references.period(YearMonth.from(entry.date));
    if (period == null) {
      log.add(csv.line(), Fault.of(LedgerError.PERIOD_UNKNOWN, entry.date));
      return;
    }
    entry.fiscalYear = period.fiscalYear();
    Fault closed = closedFault(period, entry.date);
    if (closed != null) {
      log.add(csv.line(), closed);
      return;
    }
    months.putIfAbsent(period.month(), csv.line());
    lastDateDigits = digits;
    lastDate = entry.date;
    lastFiscalYear = entry.fiscalYear;
    firstDay = entry.date.isBefore(firstDay) ? entry.date : firstDay;
    lastDay = entry.date.isAfter(lastDay) ? entry.date : lastDay;
  }

  /** Why a period takes no imported journal of this date; null when it does. */
  static @Nullable Fault closedFault(Period period, LocalDate date) {
    if (period.accepts(MODULE)) {
      return null;
    }
    return period.state() == PeriodState.CLOSED
        ? Fault.of(LedgerError.PERIOD_CLOSED, date, period.month())
        : Fault.of(LedgerError.PERIOD_LOCKED, period.month(), MODULE);
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
