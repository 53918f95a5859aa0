package org.countinghouse.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.countinghouse.ledger.JournalFiles;

/**
 * Journal files of any size, the same for the same seed: entries of 2 to 4 lines (2.7 on average,
 * as in the sample year), 1,000 accounts, dates rising through 2025 or a part of it, a cost centre
 * on a quarter of the lines, dollars on one entry in thirty.
 */
final class JournalFileGenerator {

  static final int ACCOUNTS = 1000;
  static final int COST_CENTRES = 20;

  private final Random random = new Random(4711);
  private final LocalDate firstDay;
  private final int days;
  private final String prefix;
  private final boolean foreign;

  /** The code of one of the accounts: as many, and of the types, as {@link BenchmarkBooks} has. */
  static String account(int number) {
    int code =
        number < 200
            ? 1000 + number // inventories
            : number < 300
                ? 1080 + number // other assets, from 1280
                : number < 400
                    ? 1160 + number // banks, from 1460
                    : number < 500
                        ? 3600 + number // revenue, from 4000
                        : number < 600
                            ? 4500 + number // materials, from 5000
                            : 5700 + number; // expenses, from 6300
    return Integer.toString(code);
  }

  /** Entries of the whole year. */
  JournalFileGenerator() {
    this(LocalDate.of(2025, 1, 1), 365, "GL", true);
  }

  /**
   * Entries of some days.
   *
   * @param prefix of their references
   * @param foreign whether some are in dollars
   */
  JournalFileGenerator(LocalDate firstDay, int days, String prefix, boolean foreign) {
    this.firstDay = firstDay;
    this.days = days;
    this.prefix = prefix;
    this.foreign = foreign;
  }

  void write(Path file, long lines) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(JournalFiles.HEADER);
      long written = 0;
      for (int entry = 1; written < lines; entry++) {
        LocalDate day = firstDay.plusDays(written * days / lines);
        int size = Math.toIntExact(Math.min(lines - written, size()));
        if (lines - written - size == 1) {
          size++; // no entry has one line
        }
        entry(out, "%s-%07d,%s,".formatted(prefix, entry, day), size);
        written += size;
      }
    }
  }

  private int size() {
    int chance = random.nextInt(10);
    return chance < 5 ? 2 : chance < 8 ? 3 : 4;
  }

  private void entry(BufferedWriter out, String start, int size) throws IOException {
    boolean dollars = random.nextInt(30) == 0 && foreign;
    String source = dollars ? ",BANK,Receipt no " : ",GL,Supplies and services no ";
    long open = 0;
    for (int line = 1; line <= size; line++) {
      long cents = line == size ? -open : 100 + random.nextInt(5_000_000);
      open += cents;
      String amount = Math.abs(cents) / 100 + "." + twoDigits(Math.abs(cents) % 100);
      out.write(start);
      int account = random.nextInt(ACCOUNTS);
      out.write(line + "," + account(account) + ",");
      out.write(cents < 0 ? "," + amount : amount + ",");
      out.write(dollars ? ",USD," + amount + ",1," : ",EUR,,,");
      out.write(account % 4 == 0 ? "CC" + (100 + random.nextInt(COST_CENTRES)) : "");
      out.write(source);
      out.write(random.nextInt(1_000_000) + "\n");
    }
  }

  private static String twoDigits(long cents) {
    return cents < 10 ? "0" + cents : Long.toString(cents);
  }
}
