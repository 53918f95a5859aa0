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
 * as in the sample year), 1,000 accounts, dates rising through 2025, a cost centre on a quarter of
 * the lines, dollars on one entry in thirty.
 */
final class JournalFileGenerator {

  static final int ACCOUNTS = 1000;
  static final int COST_CENTRES = 20;

  private final Random random = new Random(4711);

  void write(Path file, long lines) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(JournalFiles.HEADER);
      long written = 0;
      for (int entry = 1; written < lines; entry++) {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(written * 365 / lines);
        int size = Math.toIntExact(Math.min(lines - written, size()));
        if (lines - written - size == 1) {
          size++; // no entry has one line
        }
        entry(out, "GL-%07d,%s,".formatted(entry, day), size);
        written += size;
      }
    }
  }

  private int size() {
    int chance = random.nextInt(10);
    return chance < 5 ? 2 : chance < 8 ? 3 : 4;
  }

  private void entry(BufferedWriter out, String start, int size) throws IOException {
    boolean dollars = random.nextInt(30) == 0;
    String source = dollars ? ",BANK,Receipt no " : ",GL,Supplies and services no ";
    long open = 0;
    for (int line = 1; line <= size; line++) {
      long cents = line == size ? -open : 100 + random.nextInt(5_000_000);
      open += cents;
      String amount = Math.abs(cents) / 100 + "." + twoDigits(Math.abs(cents) % 100);
      out.write(start);
      int account = random.nextInt(ACCOUNTS);
      out.write(line + "," + (10_000 + account) + ",");
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
