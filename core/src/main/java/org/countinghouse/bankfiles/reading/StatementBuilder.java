package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.countinghouse.bankfiles.Balance;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.BankStatement;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementKind;
import org.countinghouse.bankfiles.StatementSink;
import org.countinghouse.bankfiles.StatementTotals;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One statement while it is read: hands its entries on, counts them, and judges it at its end. The
 * same for every format, so that all of them hold what does not add up.
 */
final class StatementBuilder {

  private static final int FINDINGS_MAX = 100;

  private final StatementHeader header;
  private final StatementSink sink;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable Currency currency;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private @Nullable Balance opening;
  private @Nullable Balance closing;
  private int entries;
  private int booked;
  private int pending;
  private int transactions;
  private BigDecimal credits = BigDecimal.ZERO;
  private BigDecimal debits = BigDecimal.ZERO;

  /** Begins the statement. */
  StatementBuilder(StatementHeader header, StatementSink sink) {
    this.header = header;
    this.sink = sink;
    this.currency = header.currency();
    this.from = header.from();
    this.to = header.to();
    sink.begin(header);
  }

  /** The booked balance before its first entry. */
  void opening(Balance balance) {
    opening = balance;
    known(balance.amount().currency());
  }

  /** The booked balance after its last entry. */
  void closing(Balance balance) {
    closing = balance;
    known(balance.amount().currency());
  }

  /** Its next position, from one. */
  int nextPosition() {
    return entries + 1;
  }

  /** Its currency, as far as known. */
  @Nullable Currency currency() {
    return currency;
  }

  /** Counts an entry and hands it on. */
  void entry(BankEntry entry) {
    known(entry.amount().currency());
    entries++;
    transactions += entry.details().size();
    if (header.from() == null && (from == null || entry.bookedOn().isBefore(from))) {
      from = entry.bookedOn();
    }
    if (header.to() == null && (to == null || entry.bookedOn().isAfter(to))) {
      to = entry.bookedOn();
    }
    if (!entry.amount().currency().equals(currency)) {
      found(
          BankFileError.OTHER_CURRENCY.at(
              "entry " + entry.position(),
              entry.position(),
              entry.amount().currency(),
              String.valueOf(currency)));
    } else if (entry.isBooked()) {
      booked++;
      BigDecimal amount = entry.amount().amount();
      credits = credits.add(amount.max(BigDecimal.ZERO));
      debits = debits.add(amount.negate().max(BigDecimal.ZERO));
    } else {
      pending++;
    }
    sink.entry(entry);
  }

  /** Keeps why it must not be booked; of very many, the first. */
  void found(Finding finding) {
    if (findings.size() < FINDINGS_MAX) {
      findings.add(finding);
    }
  }

  /** Compares a count the file states with what was read. */
  void control(String what, @Nullable Integer stated, int counted) {
    if (stated != null && stated != counted) {
      found(BankFileError.CONTROL_TOTAL.at(header.name(), what, stated, counted));
    }
  }

  /** Compares a sum the file states with what was read. */
  void control(String what, @Nullable BigDecimal stated, BigDecimal counted) {
    if (stated != null && stated.compareTo(counted) != 0) {
      found(
          BankFileError.CONTROL_TOTAL.at(
              header.name(), what, stated.toPlainString(), counted.toPlainString()));
    }
  }

  /** How many entries were booked so far. */
  int booked() {
    return booked;
  }

  /** How many entries there were so far. */
  int entries() {
    return entries;
  }

  /** Booked money in so far. */
  BigDecimal credits() {
    return credits;
  }

  /** Booked money out so far, without sign. */
  BigDecimal debits() {
    return debits;
  }

  /** Ends the statement; its balances are needed when its format states balances at all. */
  void end(boolean balancesExpected) {
    var totals = new StatementTotals(entries, booked, pending, transactions, credits, debits);
    var counted = new BankStatement(completed(), opening, closing, totals, List.of());
    if (header.account() == null) {
      found(BankFileError.NO_ACCOUNT.at("", header.name()));
    }
    if (balancesExpected && header.kind() == StatementKind.STATEMENT && closing == null) {
      found(BankFileError.NO_CLOSING.at("", header.name()));
    }
    checkBalanceCurrencies();
    counted.computedClosing().ifPresent(computed -> checkTie(counted, computed));
    sink.end(new BankStatement(completed(), opening, closing, totals, findings));
  }

  private void checkTie(BankStatement counted, Money computed) {
    if (opening != null && closing != null && counted.ties() == BankStatement.Tie.DIFFERS) {
      found(
          BankFileError.DOES_NOT_TIE.at(
              "",
              header.name(),
              opening.amount(),
              counted.totals().movement().toPlainString(),
              computed,
              closing.amount()));
    }
  }

  private void checkBalanceCurrencies() {
    for (Balance balance : new Balance[] {opening, closing}) {
      if (balance != null && !balance.amount().currency().equals(currency)) {
        found(
            BankFileError.OTHER_CURRENCY.at(
                "balance", "balance", balance.amount().currency(), String.valueOf(currency)));
      }
    }
  }

  private void known(Currency first) {
    if (currency == null) {
      currency = first;
    }
  }

  private StatementHeader completed() {
    LocalDate last = to == null && closing != null ? closing.on() : to;
    return new StatementHeader(
        header.format(),
        header.version(),
        header.kind(),
        header.messageId(),
        header.id(),
        header.sequence(),
        header.page(),
        header.account(),
        header.servicer(),
        currency,
        from == null && opening != null ? opening.on() : from,
        last,
        header.createdAt());
  }
}
