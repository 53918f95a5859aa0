package org.countinghouse.banking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes a statement as a bank would. */
public final class Mt940 {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MMdd");

  private final StringBuilder entries = new StringBuilder();
  private final String number;
  private final int sequence;
  private final LocalDate from;
  private final String currency;
  private final BigDecimal opening;
  private BigDecimal balance;
  private LocalDate last;
  private BigDecimal wrong = BigDecimal.ZERO;
  private int line;

  private Mt940(String number, int sequence, String from, String currency, String opening) {
    this.number = number;
    this.sequence = sequence;
    this.from = LocalDate.parse(from);
    this.last = this.from;
    this.currency = currency;
    this.opening = new BigDecimal(opening);
    this.balance = this.opening;
  }

  /** A statement in euros of {@link BankWorld#NUMBER}. */
  public static Mt940 of(int sequence, String from, String opening) {
    return new Mt940(BankWorld.NUMBER, sequence, from, "EUR", opening);
  }

  /** A statement of any account. */
  public static Mt940 of(
      String number, int sequence, String from, String currency, String opening) {
    return new Mt940(number, sequence, from, currency, opening);
  }

  /** Adds an entry; below zero money goes out. */
  public Mt940 entry(String day, String amount, String reference, String text) {
    return entry(day, amount, "NTRF", reference, text);
  }

  /** Adds an entry of a kind of its own: {@code NCHG} is a fee. */
  public Mt940 entry(String day, String amount, String kind, String reference, String text) {
    BigDecimal moved = new BigDecimal(amount);
    LocalDate on = LocalDate.parse(day);
    entries
        .append(":61:")
        .append(DAY.format(on))
        .append(MONTH_DAY.format(on))
        .append(moved.signum() < 0 ? "D" : "C")
        .append(plain(moved.abs()))
        .append(kind)
        .append(reference)
        .append("//B")
        .append(sequence)
        .append('-')
        .append(++line)
        .append("\r\n:86:")
        .append(text)
        .append("\r\n");
    balance = balance.add(moved);
    last = on.isAfter(last) ? on : last;
    return this;
  }

  /** Makes the closing balance wrong by an amount. */
  public Mt940 offBy(String amount) {
    wrong = new BigDecimal(amount);
    return this;
  }

  /** The file. */
  public String text() {
    return ":20:TEST%d\r\n:25:%s\r\n:28C:%d/1\r\n".formatted(sequence, number, sequence)
        + ":60F:"
        + balance(opening, from)
        + entries
        + ":62F:"
        + balance(balance.add(wrong), last)
        + "-\r\n";
  }

  private String balance(BigDecimal amount, LocalDate day) {
    return (amount.signum() < 0 ? "D" : "C")
        + DAY.format(day)
        + currency
        + plain(amount.abs())
        + "\r\n";
  }

  private static String plain(BigDecimal amount) {
    return amount.setScale(2).toPlainString().replace('.', ',');
  }
}
