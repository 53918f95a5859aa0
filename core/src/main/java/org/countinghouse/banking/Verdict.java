package org.countinghouse.banking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.countinghouse.banking.Surveyed.Booking;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a statement. Balances decide, never the bank's ids: a statement either
 * continues where the account is known to, comes before it, repeats it, or overlaps it in such a way
 * that what is new in it leads exactly to its closing balance.
 *
 * @param known of its bookings, how many of each are known already and are not kept again; empty
 *     when all is new
 * @param findings why it is held
 */
record Verdict(Kind kind, Map<Booking, Integer> known, List<Finding> findings) {

  enum Kind {
    CONTINUE,
    PRECEDE,
    OVERLAP,
    REPEAT,
    HOLD
  }

  /**
   * Judges a statement that ties.
   *
   * @param position null when nothing of the account is known
   * @param kept how often each amount was booked on each day between two days
   * @param regardless whether a person said to pass over what only looks like a gap
   */
  static Verdict of(
      Surveyed statement,
      @Nullable Position position,
      BiFunction<LocalDate, LocalDate, Map<Booking, Integer>> kept,
      boolean regardless) {
    Optional<Money> opening = statement.opening();
    Optional<Money> closing = statement.closing();
    var from = statement.from();
    var to = statement.to();
    if (opening.isEmpty() || closing.isEmpty() || from == null || to == null) {
      return hold(BankingError.STATEMENT_INCOMPLETE, statement.statement().header().name());
    }
    if (position == null) {
      return new Verdict(Kind.CONTINUE, Map.of(), List.of());
    }
    if (opening.get().equals(position.balance())) {
      return continuing(statement, position, kept, regardless);
    }
    if (from.isAfter(position.lastDay())) {
      return hold(
          BankingError.STATEMENT_GAP,
          statement.statement().header().name(),
          opening.get(),
          position.balance(),
          position.lastDay());
    }
    if (closing.get().equals(position.firstOpening()) && !to.isAfter(position.firstDay())) {
      return new Verdict(Kind.PRECEDE, Map.of(), List.of());
    }
    return overlap(statement, position, closing.get(), kept.apply(from, to));
  }

  /** Opens where the account stands: goes on from there, unless it is nothing but known entries. */
  private static Verdict continuing(
      Surveyed statement,
      Position position,
      BiFunction<LocalDate, LocalDate, Map<Booking, Integer>> kept,
      boolean regardless) {
    var from = Objects.requireNonNull(statement.from());
    if (from.isBefore(position.lastDay())) {
      var known = kept.apply(from, Objects.requireNonNull(statement.to()));
      boolean nothingNew =
          statement.counts().entrySet().stream()
              .allMatch(counted -> known.getOrDefault(counted.getKey(), 0) >= counted.getValue());
      if (nothingNew) {
        return new Verdict(Kind.REPEAT, Map.of(), List.of());
      }
    }
    if (!regardless && skipsNumbers(statement, position)) {
      var header = statement.statement().header();
      return hold(
          BankingError.SEQUENCE_GAP, header.name(), String.valueOf(header.sequence()), String.valueOf(position.lastSequence()));
    }
    return new Verdict(Kind.CONTINUE, Map.of(), List.of());
  }

  private static Verdict overlap(
      Surveyed statement, Position position, Money closing, Map<Booking, Integer> kept) {
    Map<Booking, Integer> known = new TreeMap<>();
    Money added = Money.zero(closing.currency());
    for (var counted : statement.counts().entrySet()) {
      Booking booking = counted.getKey();
      int there = Math.min(counted.getValue(), kept.getOrDefault(booking, 0));
      if (there > 0) {
        known.put(booking, there);
      }
      for (int i = there; i < counted.getValue(); i++) {
        added = added.plus(new Money(booking.amount().stripTrailingZeros(), closing.currency()));
      }
    }
    int all = statement.days().size();
    int repeated = known.values().stream().mapToInt(Integer::intValue).sum();
    boolean reaches = !Objects.requireNonNull(statement.to()).isBefore(position.lastDay());
    if (repeated == all && (all > 0 || !reaches || closing.equals(position.balance()))) {
      return new Verdict(Kind.REPEAT, known, List.of());
    }
    if (reaches && position.balance().plus(added).equals(closing)) {
      return new Verdict(Kind.OVERLAP, known, List.of());
    }
    return hold(
        BankingError.STATEMENT_CONTRADICTS,
        statement.statement().header().name(),
        all - repeated,
        closing,
        reaches ? position.balance().plus(added) : position.balance());
  }

  /** A number left out within a year; banks begin again with each year, and some never count. */
  private static boolean skipsNumbers(Surveyed statement, Position position) {
    Long number = statement.statement().header().sequence();
    Long last = position.lastSequence();
    if (number == null || last == null || last == 0) {
      return false;
    }
    var from = Objects.requireNonNull(statement.from());
    return from.getYear() == position.lastDay().getYear() && number > last + 1;
  }

  static Verdict hold(BankingError reason, Object... details) {
    return hold(List.of(reason.at("", details)));
  }

  static Verdict hold(List<Finding> findings) {
    return new Verdict(Kind.HOLD, Map.of(), findings);
  }
}
