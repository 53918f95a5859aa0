package org.countinghouse.bankfiles.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Currency;
import org.countinghouse.bankfiles.AccountsInText;
import org.countinghouse.bankfiles.Balance;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementKind;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bank's own table: semicolons, commas or tabs, its columns found by their headings in English,
 * German, French, Dutch or Spanish, lines before the headings passed over (an IBAN in them is the
 * account). With a column of balances the first and last give opening and closing, in whichever
 * direction time runs; without one a table states none.
 */
public final class CsvStatements {

  private static final int PREAMBLE_MAX = 30;
  private static final int FIELD_MAX = 20_000;

  private final TextLines lines;
  private final StatementOptions options;
  private final StatementSink sink;
  private @Nullable String account;
  private @Nullable StatementBuilder builder;
  private CsvRow.@Nullable Row first;
  private CsvRow.@Nullable Row last;

  private CsvStatements(InputStream in, StatementOptions options, StatementSink sink) {
    this.lines = new TextLines(in);
    this.options = options;
    this.sink = sink;
    this.account = options.account();
  }

  /** Reads the one statement of a table. */
  public static void read(InputStream in, StatementOptions options, StatementSink sink)
      throws IOException {
    new CsvStatements(in, options, sink).run();
  }

  private void run() throws IOException {
    CsvColumns columns = columns();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(columns.separator())
            .maxBufferSize(1 << 20)
            .ofCsvRecord(new Joined(lines))) {
      for (CsvRecord row : reader) {
        boolean blank = row.getFields().stream().allMatch(String::isBlank);
        if (!blank) {
          take(new CsvRow(columns, row.getFields(), lines.place(), options));
        }
      }
    } catch (CsvParseException e) {
      throw BankFileError.NOT_READABLE.refusing(lines.place(), Values.shown(e.toString()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    end();
  }

  private CsvColumns columns() throws IOException {
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < PREAMBLE_MAX; i++) {
      String line = lines.next();
      if (line == null) {
        break;
      }
      CsvColumns columns = CsvColumns.of(line);
      if (columns != null) {
        return columns;
      }
      seen.append(seen.isEmpty() ? "" : " / ").append(line.strip());
      if (account == null) {
        account = AccountsInText.firstIban(line).orElse(null);
      }
    }
    throw BankFileError.COLUMN.refusing(
        "line 1", "booking date and amount", Values.shown(seen.toString()));
  }

  private void take(CsvRow reader) {
    Currency known = builder == null ? options.currency() : builder.currency();
    if (known == null && account == null && !reader.namesItsCurrency()) {
      // whose table it is would tell the currency too
      throw BankFileError.NO_ACCOUNT.refusing(lines.place(), "CSV");
    }
    CsvRow.Row row = reader.read(known);
    if (builder == null) {
      builder = begin(row.amount().currency(), row.account());
    }
    BankEntry entry = row.entry(builder.nextPosition());
    if (first == null) {
      first = row;
    }
    last = row;
    builder.entry(entry);
  }

  private StatementBuilder begin(@Nullable Currency currency, @Nullable String ownAccount) {
    String owner = account == null ? ownAccount : account;
    return new StatementBuilder(
        new StatementHeader(
            StatementFormat.CSV,
            "CSV",
            StatementKind.STATEMENT,
            null,
            null,
            null,
            null,
            Values.account(owner),
            null,
            currency,
            null,
            null,
            null),
        sink);
  }

  private void end() {
    if (builder == null || first == null || last == null) {
      throw BankFileError.EMPTY.refusing("", "entry");
    }
    boolean descending = last.bookedOn().isBefore(first.bookedOn());
    CsvRow.Row earliest = descending ? last : first;
    CsvRow.Row latest = descending ? first : last;
    Money before = earliest.balance();
    Money after = latest.balance();
    if (before != null && after != null) {
      builder.opening(new Balance(before.minus(earliest.amount()), null));
      builder.closing(new Balance(after, latest.bookedOn()));
    }
    builder.end(false);
  }

  /** The rest of the lines as one text. */
  private static final class Joined extends Reader {

    private final TextLines lines;
    private String line = "";
    private int position;
    private boolean ended;

    Joined(TextLines lines) {
      this.lines = lines;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      while (position == line.length()) {
        String next = ended ? null : lines.next();
        if (next == null) {
          ended = true;
          return -1;
        }
        line = next.length() > FIELD_MAX ? next.substring(0, FIELD_MAX) + "\n" : next + "\n";
        position = 0;
      }
      int count = Math.min(length, line.length() - position);
      line.getChars(position, position + count, buffer, offset);
      position += count;
      return count;
    }

    @Override
    public void close() {
      // the lines are the caller's
    }
  }
}
