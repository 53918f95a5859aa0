package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.NachaEntry;
import org.countinghouse.bankfiles.ReadNachaFile;
import org.countinghouse.bankfiles.RoutingNumbers;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/** Reads ACH files of any class, entry by entry, and compares them with their own controls. */
public final class NachaReader {

  private static final int FINDINGS_MAX = 200;
  private static final int BLOCKING = 10;

  private final TextLines lines;
  private final Consumer<NachaEntry> each;
  private final List<Finding> findings = new ArrayList<>();
  private final Deque<NachaRecord> pending = new ArrayDeque<>();
  private final Set<String> secCodes = new TreeSet<>();
  private final NachaTotals totals = new NachaTotals();
  private @Nullable NachaBatch batch;
  private @Nullable LocalDate createdOn;
  private int records;
  private int batches;
  private boolean header;
  private boolean control;

  /** Reads from this stream. */
  public NachaReader(InputStream in, Consumer<NachaEntry> each) {
    this.lines = new TextLines(in);
    this.each = each;
  }

  /** Reads to the end. */
  public ReadNachaFile read() throws IOException {
    for (NachaRecord record = next(); record != null; record = next()) {
      try {
        take(record);
      } catch (BusinessException e) {
        // a field that cannot be read: the rest may still be told
        e.findings().forEach(this::found);
      }
    }
    if (!header) {
      found(BankFileError.MISSING.at("line 1", "The file header (record 1)"));
    }
    if (batch != null) {
      endBatch(null);
    }
    if (!control) {
      found(BankFileError.TRUNCATED.at(lines.place(), "file control (record 9)"));
    }
    return new ReadNachaFile(
        createdOn,
        batches,
        totals.entries(),
        totals.addenda(),
        totals.debits(),
        totals.credits(),
        secCodes,
        findings);
  }

  private void take(NachaRecord record) throws IOException {
    if (control) {
      throw BankFileError.RECORD.refusing(record.place(), Values.shown(record.text()));
    }
    records++;
    switch (record.type()) {
      case '1' -> fileHeader(record);
      case '5' -> {
        if (batch != null) {
          endBatch(null);
        }
        batches++;
        batch = new NachaBatch(record, each, this::found);
        secCodes.add(batch.secCode());
      }
      case '6', '7' -> {
        if (batch == null) {
          throw BankFileError.RECORD.refusing(record.place(), Values.shown(record.text()));
        }
        batch.take(record);
      }
      case '8' -> endBatch(record);
      case '9' -> fileControl(record);
      default -> throw BankFileError.RECORD.refusing(record.place(), Values.shown(record.text()));
    }
  }

  private void fileHeader(NachaRecord record) {
    if (header || records > 1) {
      throw BankFileError.RECORD.refusing(record.place(), Values.shown(record.text()));
    }
    header = true;
    String routing = record.field(4, 13);
    if (!RoutingNumbers.isValid(routing)) {
      found(BankFileError.ROUTING_INVALID.at(record.place(), Values.shown(routing)));
    }
    try {
      createdOn = Values.digits(record.field(24, 29), record.place());
    } catch (BusinessException | DateTimeException e) {
      found(BankFileError.VALUE.at(record.place(), record.field(24, 29), "the day of creation"));
    }
  }

  private void endBatch(@Nullable NachaRecord record) {
    if (batch == null) {
      throw BankFileError.RECORD.refusing(
          lines.place(), record == null ? "8" : Values.shown(record.text()));
    }
    NachaBatch ended = batch;
    batch = null;
    ended.close();
    totals.add(ended.totals());
    ended.check(record);
  }

  private void fileControl(NachaRecord record) {
    if (batch != null) {
      endBatch(null);
    }
    control = true;
    boolean wide = secCodes.equals(Set.of(NachaBatch.ADV));
    check(record, "The number of batches", record.number(2, 7), batches);
    check(
        record, "The number of blocks", record.number(8, 13), (records + BLOCKING - 1) / BLOCKING);
    check(
        record,
        "The number of entries and addenda",
        record.number(14, 21),
        totals.entries() + totals.addenda());
    check(record, "The entry hash", record.number(22, 31), totals.hash());
    check(record, "The sum of debits", record.dollars(32, wide ? 51 : 43), totals.debits());
    check(
        record,
        "The sum of credits",
        wide ? record.dollars(52, 71) : record.dollars(44, 55),
        totals.credits());
  }

  private void check(NachaRecord record, String what, long stated, long counted) {
    if (stated != counted) {
      found(BankFileError.CONTROL_TOTAL.at(record.place(), what, stated, counted));
    }
  }

  private void check(NachaRecord record, String what, BigDecimal stated, BigDecimal counted) {
    if (stated.compareTo(counted) != 0) {
      found(
          BankFileError.CONTROL_TOTAL.at(
              record.place(), what, stated.toPlainString(), counted.toPlainString()));
    }
  }

  /** The next record that is no filler; a file without line ends is cut every 94 characters. */
  private @Nullable NachaRecord next() throws IOException {
    while (pending.isEmpty()) {
      String line = lines.next();
      if (line == null) {
        return null;
      }
      cut(line.stripTrailing());
    }
    return pending.poll();
  }

  private void cut(String line) {
    for (int from = 0; from < line.length(); from += NachaRecord.LENGTH) {
      String text = line.substring(from, Math.min(line.length(), from + NachaRecord.LENGTH));
      boolean filler = text.matches("9{60,94}");
      if (!filler) {
        String blanks = " ".repeat(NachaRecord.LENGTH - text.length());
        var record = new NachaRecord(text + blanks, lines.place());
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
          found(BankFileError.NOT_READABLE.at(record.place(), "characters beyond ASCII"));
        }
        pending.add(record);
      }
    }
  }

  private void found(Finding finding) {
    if (findings.size() < FINDINGS_MAX) {
      findings.add(finding);
    }
  }
}
