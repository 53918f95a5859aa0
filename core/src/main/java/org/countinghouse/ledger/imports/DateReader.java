package org.countinghouse.ledger.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.ledger.Fault;
import org.countinghouse.ledger.JournalImportError;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.jspecify.annotations.Nullable;

/** Reads the posting date of entries, checks it against the periods, and keeps which were used. */
final class DateReader {

  private final References references;
  private final FindingLog log;
  private final Map<YearMonth, Integer> months = new TreeMap<>();
  private LocalDate firstDay = LocalDate.MAX;
  private LocalDate lastDay = LocalDate.MIN;

  // most entries have the date of the one before
  private int lastDigits = -1;
  private LocalDate lastDate = LocalDate.EPOCH;
  private int lastFiscalYear;

  DateReader(References references, FindingLog log) {
    this.references = references;
    this.log = log;
  }

  /** The months posted to, each with the first line that does. */
  Map<YearMonth, Integer> months() {
    return months;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  LocalDate lastDay() {
    return lastDay;
  }

  /** Gives an entry its date, or checks that a further line of it says the same. */
  void read(CsvRecords csv, int field, Entry entry, boolean continues) {
    boolean same =
        continues && entry.dateText.is(csv.buffer(), csv.start(field), csv.length(field));
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
    entry.dateText.set(csv.buffer(), csv.start(field), csv.length(field));
    int digits = Numbers.dateDigits(csv.buffer(), csv.start(field), csv.length(field));
    if (digits >= 0 && digits == lastDigits) {
      entry.date = lastDate;
      entry.fiscalYear = lastFiscalYear;
    } else {
      readNew(csv, field, entry, digits);
    }
  }

  private void readNew(CsvRecords csv, int field, Entry entry, int digits) {
    LocalDate date;
    try {
      date = LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
    } catch (DateTimeException e) {
      log.add(csv.line(), Fault.of(JournalImportError.DATE, csv.text(field)));
      return;
    }
    entry.date = date;
    Period period = references.period(YearMonth.from(date));
    if (period == null) {
      log.add(csv.line(), Fault.of(LedgerError.PERIOD_UNKNOWN, date));
      return;
    }
    Fault closed = closedFault(period, date);
    if (closed != null) {
      log.add(csv.line(), closed);
      return;
    }
    entry.fiscalYear = period.fiscalYear();
    months.putIfAbsent(period.month(), csv.line());
    lastDigits = digits;
    lastDate = date;
    lastFiscalYear = entry.fiscalYear;
    firstDay = date.isBefore(firstDay) ? date : firstDay;
    lastDay = date.isAfter(lastDay) ? date : lastDay;
  }

  /** Why a period takes no imported journal of this date; null when it does. */
  static @Nullable Fault closedFault(Period period, LocalDate date) {
    if (period.accepts(EntryReader.MODULE)) {
      return null;
    }
    return period.state() == PeriodState.CLOSED
        ? Fault.of(LedgerError.PERIOD_CLOSED, date, period.month())
        : Fault.of(LedgerError.PERIOD_LOCKED, period.month(), EntryReader.MODULE);
  }
}
