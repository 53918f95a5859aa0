package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Books as one would keep them in a list: what the ledger must agree with. */
final class LedgerModel {

  private static final Set<String> RESULT_ACCOUNTS = Set.of("4000", "6100");
  private static final String EARNINGS = "3200";

  /** A line as far as a trial balance goes; positive is debit, in base currency. */
  record Line(String account, String currency, BigDecimal base) {

    Line mirrored() {
      return new Line(account, currency, base.negate());
    }

    static List<Line> of(List<DraftLine> lines) {
      return lines.stream()
          .map(
              line ->
                  new Line(
                      line.account(),
                      line.amount().currency().getCurrencyCode(),
                      line.baseAmount().amount()))
          .toList();
    }
  }

  /** A journal with its two dates. */
  record Entry(UUID id, LocalDate day, Instant recordedAt, List<Line> lines) {}

  final List<Entry> entries = new ArrayList<>();
  final List<Entry> reversible = new ArrayList<>();
  final Set<YearMonth> closed = new HashSet<>();
  private List<Line> carried = List.of();

  void posted(PostedJournal journal, List<Line> lines) {
    var entry = new Entry(journal.id(), journal.postingDate(), journal.recordedAt(), lines);
    entries.add(entry);
    reversible.add(entry);
  }

  /** The mirror image, which nobody reverses again here. */
  void reversed(Entry original, PostedJournal mirror) {
    entries.add(
        new Entry(
            mirror.id(),
            mirror.postingDate(),
            mirror.recordedAt(),
            original.lines().stream().map(Line::mirrored).toList()));
  }

  void imported(LocalDate day, Instant recordedAt, List<Line> lines) {
    entries.add(new Entry(new UUID(0, 0), day, recordedAt, lines));
  }

  boolean isCarriedForward() {
    return !carried.isEmpty();
  }

  /** Every result account of the year, per currency, against retained earnings. */
  BigDecimal carriedForward(int year, LocalDate day, Instant recordedAt) {
    Map<String, Line> sums = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.day().getYear() == year) {
        entry.lines().stream()
            .filter(line -> RESULT_ACCOUNTS.contains(line.account()))
            .forEach(
                line ->
                    sums.merge(
                        line.account() + line.currency(),
                        line,
                        (a, b) -> new Line(a.account(), a.currency(), a.base().add(b.base()))));
      }
    }
    List<Line> lines = new ArrayList<>(sums.values().stream().map(Line::mirrored).toList());
    BigDecimal open = sum(lines);
    lines.add(new Line(EARNINGS, "EUR", open.negate()));
    carried = lines;
    imported(day, recordedAt, lines);
    return open;
  }

  void takenBack(LocalDate day, Instant recordedAt) {
    imported(day, recordedAt, carried.stream().map(Line::mirrored).toList());
    carried = List.of();
  }

  private static BigDecimal sum(List<Line> lines) {
    return lines.stream().map(Line::base).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Debit and credit by account, as {@code 1010 12.00 3.00}. */
  List<String> trialBalance(LocalDate asOf, Instant knownAt) {
    Map<String, BigDecimal[]> sums = new TreeMap<>();
    for (Entry entry : entries) {
      if (!entry.day().isAfter(asOf) && !entry.recordedAt().isAfter(knownAt)) {
        for (Line line : entry.lines()) {
          BigDecimal[] sides =
              sums.computeIfAbsent(
                  line.account(), a -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
          int side = line.base().signum() < 0 ? 1 : 0;
          sides[side] = sides[side].add(line.base().abs());
        }
      }
    }
    return sums.entrySet().stream()
        .filter(row -> row.getValue()[0].signum() != 0 || row.getValue()[1].signum() != 0)
        .map(row -> shown(row.getKey(), row.getValue()[0], row.getValue()[1]))
        .toList();
  }

  static String shown(String account, BigDecimal debit, BigDecimal credit) {
    return account + " " + debit.setScale(2) + " " + credit.setScale(2);
  }
}
