package org.countinghouse.banking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.countinghouse.banking.Surveyed.Booking;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a statement. Balances decide, never the bank's ids: a statement either
 * continues where the account is known to, comes before it, repeats it, or overlaps it in such a
 * way that what is new in it leads exactly to its closing balance.
 *
 * @param known of its bookings, how many of each are known already and are not kept again; empty
 *     when all is new
 * @param findings why it is held
 * @param opening as stated; worked out where a person accepted a statement without balances
 * @param closing likewise
 */
record Verdict(
    Kind kind,
    Map<Booking, Integer> known,
    List<Finding> findings,
    @Nullable Money opening,
    @Nullable Money closing) {

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
    Money opening = statement.opening().orElse(null);
    Money closing = statement.closing().orElse(null);
    LocalDate from = statement.from();
    LocalDate to = statement.to();
    if (from == null || to == null) {
      return hold(BankingError.STATEMENT_INCOMPLETE, statement.name());
    }
    if (opening == null || closing == null) {
      return withoutBalances(statement, position, kept.apply(from, to), regardless);
    }
    if (position == null) {
      return new Verdict(Kind.CONTINUE, Map.of(), List.of(), opening, closing);
    }
    if (opening.equals(position.balance())) {
      return continuing(statement, position, kept, regardless);
    }
    if (from.isAfter(position.lastDay())) {
      return hold(
          BankingError.STATEMENT_GAP,
          statement.name(),
          opening,
          position.balance(),
          position.lastDay());
    }
    if (closing.equals(position.firstOpening()) && !to.isAfter(position.firstDay())) {
      return new Verdict(Kind.PRECEDE, Map.of(), List.of(), opening, closing);
    }
    if (to.isBefore(position.firstDay())) {
      return hold(
          BankingError.STATEMENT_EARLIER,
          statement.name(),
          closing,
          position.firstOpening(),
          position.firstDay());
    }
    return overlap(statement, position, closing, kept.apply(from, to));
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
        return repeat();
      }
    }
    if (!regardless && skipsNumbers(statement, position)) {
      return hold(
          BankingError.SEQUENCE_GAP,
          statement.name(),
          String.valueOf(statement.statement().header().sequence()),
          String.valueOf(position.lastSequence()));
    }
    return new Verdict(
        Kind.CONTINUE,
        Map.of(),
        List.of(),
        statement.opening().orElseThrow(),
        statement.closing().orElseThrow());
  }

  /**
   * A table of entries only. Nobody can tell whether one is missing, so a person has to accept it;
   * its new entries then go on from where the account stands.
   */
  private static Verdict withoutBalances(
      Surveyed statement,
      @Nullable Position position,
      Map<Booking, Integer> kept,
      boolean accepted) {
    Map<Booking, Integer> known = known(statement, kept);
    int repeated = known.values().stream().mapToInt(Integer::intValue).sum();
    if (position != null && repeated == statement.days().size()) {
      return repeat();
    }
    Currency currency = statement.statement().currency();
    if (!accepted || currency == null) {
      return hold(BankingError.STATEMENT_INCOMPLETE, statement.name());
    }
    Money before = position == null ? Money.zero(currency) : position.balance();
    Money closing = before.plus(added(statement, known, currency));
    Money all = added(statement, Map.of(), currency);
    return new Verdict(Kind.OVERLAP, known, List.of(), closing.minus(all), closing);
  }

  private static Verdict overlap(
      Surveyed statement, Position position, Money closing, Map<Booking, Integer> kept) {
    Map<Booking, Integer> known = known(statement, kept);
    Money added = added(statement, known, closing.currency());
    int all = statement.days().size();
    int repeated = known.values().stream().mapToInt(Integer::intValue).sum();
    boolean reaches = !Objects.requireNonNull(statement.to()).isBefore(position.lastDay());
    if (repeated == all && (all > 0 || !reaches || closing.equals(position.balance()))) {
      return repeat();
    }
    if (reaches && position.balance().plus(added).equals(closing)) {
      return new Verdict(
          Kind.OVERLAP, known, List.of(), statement.opening().orElseThrow(), closing);
    }
    return hold(
        BankingError.STATEMENT_CONTRADICTS,
        statement.name(),
        all - repeated,
        closing,
        reaches ? position.balance().plus(added) : position.balance());
  }

  private static Map<Booking, Integer> known(Surveyed statement, Map<Booking, Integer> kept) {
    Map<Booking, Integer> known = new HashMap<>();
    statement
        .counts()
        .forEach(
            (booking, count) -> {
              int there = Math.min(count, kept.getOrDefault(booking, 0));
              if (there > 0) {
                known.put(booking, there);
              }
            });
    return known;
  }

  /** What the entries that are not known change the balance by. */
  private static Money added(Surveyed statement, Map<Booking, Integer> known, Currency currency) {
    BigDecimal sum = BigDecimal.ZERO;
    for (var counted : statement.counts().entrySet()) {
      int fresh = counted.getValue() - known.getOrDefault(counted.getKey(), 0);
      sum = sum.add(counted.getKey().amount().multiply(BigDecimal.valueOf(fresh)));
    }
    return Money.rounded(sum, currency, RoundingMode.UNNECESSARY);
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
    return new Verdict(Kind.HOLD, Map.of(), findings, null, null);
  }

  private static Verdict repeat() {
    return new Verdict(Kind.REPEAT, Map.of(), List.of(), null, null);
  }
}
