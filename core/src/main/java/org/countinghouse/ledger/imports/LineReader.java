package org.countinghouse.ledger.imports;

import java.math.BigDecimal;
import org.countinghouse.ledger.Fault;
import org.countinghouse.ledger.JournalDigest;
import org.countinghouse.ledger.JournalImportError;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.PostingRules;
import org.countinghouse.ledger.imports.References.AccountRef;
import org.countinghouse.ledger.imports.References.CurrencyRef;
import org.jspecify.annotations.Nullable;

/** Reads what stands on one line besides its entry: account, amounts, dimensions, text. */
final class LineReader {

  private static final int TEXT_MAX = 1000;

  private final References references;
  private final FindingLog log;

  LineReader(References references, FindingLog log) {
    this.references = references;
    this.log = log;
  }

  void read(CsvRecords csv, Columns columns, Entry entry, EntryLine line) {
    CurrencyRef currency = currency(csv, columns.currency());
    boolean known = amounts(csv, columns, currency, line);
    if (known && currency != null) {
      entry.add(currency, line.units, line.baseUnits);
      line.currency = currency;
    } else {
      entry.areAmountsKnown = false;
    }
    costCentre(csv, columns.costCentre(), line);
    project(csv, columns.project(), line);
    account(csv, columns, currency, line);
    text(csv, columns.text(), line);
  }

  private @Nullable CurrencyRef currency(CsvRecords csv, int field) {
    CurrencyRef currency = references.currency(csv, field);
    if (currency == null) {
      log.add(csv.line(), Fault.of(JournalImportError.CURRENCY, csv.text(field)));
    }
    return currency;
  }

  private boolean amounts(
      CsvRecords csv, Columns columns, @Nullable CurrencyRef currency, EntryLine line) {
    CurrencyRef base = references.base();
    long debit = amount(csv, columns.debit(), base);
    long credit = amount(csv, columns.credit(), base);
    if (debit < 0 || credit < 0) {
      return false;
    }
    if (debit != 0 && credit != 0) {
      log.add(csv.line(), Fault.of(JournalImportError.BOTH_SIDES));
      return false;
    }
    if (debit == 0 && credit == 0) {
      log.add(csv.line(), Fault.of(JournalImportError.NO_AMOUNT));
      return false;
    }
    line.baseUnits = debit - credit;
    line.units = line.baseUnits;
    return currency == null || inCurrency(csv, columns, currency, line);
  }

  /** In another currency the line says how much; in base currency it need not. */
  private boolean inCurrency(
      CsvRecords csv, Columns columns, CurrencyRef currency, EntryLine line) {
    CurrencyRef base = references.base();
    boolean isBase = currency.currency().equals(base.currency());
    int field = columns.currencyAmount();
    boolean absent = field < 0 || csv.length(field) == 0;
    if (isBase && absent) {
      return true;
    }
    long units = absent ? 0 : amount(csv, field, currency);
    if (units < 0) {
      return false;
    }
    if (units == 0 || (isBase && units != Math.abs(line.baseUnits))) {
      log.add(
          csv.line(),
          Fault.of(JournalImportError.CURRENCY_AMOUNT, currency.currency(), base.currency()));
      return false;
    }
    if (!isBase) {
      rate(csv, columns.rate(), currency, units, Math.abs(line.baseUnits));
    }
    line.units = line.baseUnits < 0 ? -units : units;
    return true;
  }

  /** The rate is given rounded, so it may be off by half its last digit, the amount by one. */
  private void rate(CsvRecords csv, int field, CurrencyRef currency, long units, long baseUnits) {
    if (field < 0 || csv.length(field) == 0) {
      return;
    }
    if (Numbers.units(csv.buffer(), csv.start(field), csv.length(field)) == Numbers.NOT_A_NUMBER) {
      log.add(csv.line(), Fault.of(JournalImportError.AMOUNT, csv.text(field)));
      return;
    }
    BigDecimal rate = new BigDecimal(csv.text(field));
    BigDecimal base = BigDecimal.valueOf(baseUnits, JournalDigest.SCALE);
    BigDecimal amount = BigDecimal.valueOf(units, JournalDigest.SCALE);
    BigDecimal slack =
        BigDecimal.valueOf(currency.step(), JournalDigest.SCALE)
            .add(base.multiply(rate.ulp()).divide(BigDecimal.valueOf(2)));
    if (base.multiply(rate).subtract(amount).abs().compareTo(slack) > 0) {
      log.add(
          csv.line(),
          Fault.of(
              JournalImportError.RATE,
              base.stripTrailingZeros().toPlainString(),
              references.base().currency(),
              csv.text(field),
              amount.stripTrailingZeros().toPlainString(),
              currency.currency()));
    }
  }

  /** Units of 0.0001, 0 for an empty field, negative when refused. */
  private long amount(CsvRecords csv, int field, CurrencyRef currency) {
    if (csv.length(field) == 0) {
      return 0;
    }
    long units = Numbers.units(csv.buffer(), csv.start(field), csv.length(field));
    Fault fault = null;
    if (units == Numbers.NOT_A_NUMBER) {
      fault = Fault.of(JournalImportError.AMOUNT, csv.text(field));
    } else if (units == Numbers.TOO_LARGE) {
      fault = Fault.of(LedgerError.AMOUNT_TOO_LARGE, csv.line(), csv.text(field));
    } else if (units == Numbers.TOO_FINE || units % currency.step() != 0) {
      fault = Fault.of(JournalImportError.DECIMALS, csv.text(field), currency.currency());
    }
    if (fault == null) {
      return units;
    }
    log.add(csv.line(), fault);
    return -1;
  }

  private void costCentre(CsvRecords csv, int field, EntryLine line) {
    line.costCentre = null;
    if (field >= 0 && csv.length(field) > 0) {
      line.costCentre = references.costCentre(csv, field);
      if (line.costCentre == null) {
        log.add(csv.line(), Fault.of(LedgerError.DIMENSION_UNKNOWN, csv.text(field)));
      }
    }
  }

  private void project(CsvRecords csv, int field, EntryLine line) {
    line.project = null;
    if (field >= 0 && csv.length(field) > 0) {
      line.project = references.project(csv, field);
      if (line.project == null) {
        log.add(csv.line(), Fault.of(LedgerError.PROJECT_UNKNOWN, csv.text(field)));
      }
    }
  }

  private void account(
      CsvRecords csv, Columns columns, @Nullable CurrencyRef currency, EntryLine line) {
    AccountRef ref = references.account(csv, columns.account());
    line.account = ref;
    if (ref == null) {
      log.add(csv.line(), Fault.of(LedgerError.ACCOUNT_UNKNOWN, csv.text(columns.account())));
      return;
    }
    boolean hasCostCentre = columns.costCentre() >= 0 && csv.length(columns.costCentre()) > 0;
    Fault fault =
        PostingRules.check(
            ref.account(),
            EntryReader.MODULE,
            (currency == null ? references.base() : currency).currency(),
            hasCostCentre,
            columns.project() >= 0 && csv.length(columns.project()) > 0);
    if (fault != null) {
      log.add(csv.line(), fault);
    }
  }

  /** Kept as it is, formulas too: making it inert is the business of whoever exports. */
  private void text(CsvRecords csv, int field, EntryLine line) {
    line.textLength = 0;
    if (field < 0) {
      return;
    }
    byte[] bytes = csv.buffer();
    int start = csv.start(field);
    int end = start + csv.length(field);
    Utf8.blankControls(bytes, start, end - start);
    while (start < end && bytes[start] == ' ') {
      start++;
    }
    while (start < end && bytes[end - 1] == ' ') {
      end--;
    }
    if (Utf8.characters(bytes, start, end - start) > TEXT_MAX) {
      log.add(csv.line(), Fault.of(JournalImportError.TEXT, TEXT_MAX));
      return;
    }
    line.textBytes = bytes;
    line.textStart = start;
    line.textLength = end - start;
  }
}
