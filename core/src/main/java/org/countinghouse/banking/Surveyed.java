package org.countinghouse.banking;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.bankfiles.BankStatement;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was read once, without its texts: enough to decide whether it is booked.
 *
 * @param place in its file, from zero
 * @param days of its booked entries, in the file's order
 * @param amounts of the same entries
 * @param counts how often each amount was booked on each day
 */
record Surveyed(
    int place,
    BankStatement statement,
    List<LocalDate> days,
    List<BigDecimal> amounts,
    Map<Booking, Integer> counts) {

  /** What the bank calls it. */
  String name() {
    return statement.header().name();
  }

  /** The balance before it; empty when it states none and none follows. */
  Optional<Money> opening() {
    return statement.impliedOpening();
  }

  /** The balance after it, as stated, else as counted. */
  Optional<Money> closing() {
    var stated = statement.closing();
    return stated == null ? statement.computedClosing() : Optional.of(stated.amount());
  }

  /** First day it covers; null when it neither says nor has entries. */
  @Nullable LocalDate from() {
    return earliest(statement.header().from(), days.stream().min(LocalDate::compareTo));
  }

  /** Last day it covers. */
  @Nullable LocalDate to() {
    LocalDate said = statement.header().to();
    LocalDate counted = days.stream().max(LocalDate::compareTo).orElse(null);
    if (said == null || counted == null) {
      var closing = statement.closing();
      LocalDate balanced = closing == null ? null : closing.on();
      LocalDate known = said == null ? counted : said;
      return known == null ? balanced : known;
    }
    return said.isAfter(counted) ? said : counted;
  }

  /**
   * Equal for the same days, balances and amounts: a bank that sends a statement again gives the
   * message another id, and another format another text.
   *
   * @param account what tells the account
   */
  String contentKey(String account) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var head =
          "%s|%s|%s|%s|%s|%s|%s"
              .formatted(
                  account,
                  statement.header().kind(),
                  from(),
                  to(),
                  plain(opening()),
                  plain(closing()),
                  // a whole statement is not the same as the broken one that is held
                  statement.findings().stream().map(Finding::code).toList());
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      new TreeMap<>(counts)
          .forEach(
              (booking, count) ->
                  digest.update(
                      ("|" + booking.day() + " " + booking.plain() + " " + count)
                          .getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String plain(Optional<Money> money) {
    return money.map(Money::toString).orElse("");
  }

  private static @Nullable LocalDate earliest(
      @Nullable LocalDate said, Optional<LocalDate> counted) {
    List<LocalDate> known = new ArrayList<>();
    if (said != null) {
      known.add(said);
    }
    counted.ifPresent(known::add);
    return known.stream().min(LocalDate::compareTo).orElse(null);
  }

  /** An amount on a day; entries are compared by nothing else, as banks reword everything else. */
  record Booking(LocalDate day, BigDecimal amount) implements Comparable<Booking> {

    Booking {
      amount = amount.setScale(4);
    }

    String plain() {
      return amount.toPlainString();
    }

    @Override
    public int compareTo(Booking other) {
      int byDay = day.compareTo(other.day);
      return byDay == 0 ? amount.compareTo(other.amount) : byDay;
    }
  }
}
