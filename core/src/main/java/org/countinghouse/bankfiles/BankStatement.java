package org.countinghouse.bankfiles;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was read to its end; its entries went to the {@link StatementSink} one by one.
 *
 * @param header what it says about itself, completed by what the entries told
 * @param opening booked balance before the first entry; null when not stated
 * @param closing booked balance after the last; null when not stated
 * @param totals what was counted
 * @param findings why it must not be booked as it is: a missing or wrong balance, an entry in a
 *     foreign currency, control totals that differ. Pending entries are no finding, they are just
 *     not booked
 */
public record BankStatement(
    StatementHeader header,
    @Nullable Balance opening,
    @Nullable Balance closing,
    StatementTotals totals,
    List<Finding> findings) {

  /** Whether a statement's balances and entries agree. */
  public enum Tie {
    /** Opening and booked entries give the closing balance. */
    TIES,
    /** They do not. */
    DIFFERS,
    /** A balance is not stated, so that nothing can be said. */
    UNKNOWN
  }

  public BankStatement {
    findings = List.copyOf(findings);
  }

  /** As the bank writes it; null when the statement names none. */
  public @Nullable String account() {
    return header.account();
  }

  /** Of the account; null when neither statement nor entries name one. */
  public @Nullable Currency currency() {
    return header.currency();
  }

  /** Whether opening + credits - debits = closing, counting booked entries only. */
  public Tie ties() {
    if (opening == null || closing == null) {
      return Tie.UNKNOWN;
    }
    return computedClosing().filter(closing.amount()::equals).isPresent() ? Tie.TIES : Tie.DIFFERS;
  }

  /** What opening and booked entries give; empty without an opening balance. */
  public Optional<Money> computedClosing() {
    return Optional.ofNullable(opening)
        .filter(this::isInItsCurrency)
        .map(start -> start.amount().plus(movement(start)));
  }

  /**
   * The opening balance, else what it must have been: closing less booked entries (OFX states only
   * a closing balance). Empty when neither is stated.
   */
  public Optional<Money> impliedOpening() {
    if (opening != null) {
      return Optional.of(opening.amount());
    }
    return Optional.ofNullable(closing)
        .filter(this::isInItsCurrency)
        .map(end -> end.amount().minus(movement(end)));
  }

  /** Whether it may be booked by: a statement, with an account, of which nothing is found wrong. */
  public boolean isBookable() {
    return header.kind() == StatementKind.STATEMENT
        && header.account() != null
        && findings.isEmpty();
  }

  private boolean isInItsCurrency(Balance balance) {
    return balance.amount().currency().equals(header.currency());
  }

  private Money movement(Balance balance) {
    return new Money(totals.movement(), balance.amount().currency());
  }
}
