package org.countinghouse.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.bankfiles.StatementKind;
import org.countinghouse.banking.StatementIntake.Judged;
import org.countinghouse.banking.StatementOutcome.Kind;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What banks say about our accounts. A statement's entries are kept once: a statement sent again,
 * in another format or overlapping another brings only what is new; one that leaves a gap waits for
 * the missing one and is then booked by itself; one that does not add up is held.
 *
 * <p>Entries are posted by whoever listens, in the same transaction: a refusal there takes the
 * entries back too.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class BankStatements {

  private static final int LIMIT_MAX = 1000;
  private static final int REASON_LENGTH_MIN = 3;

  private final StatementIntake intake;
  private final StatementStore store;

  BankStatements(StatementIntake intake, StatementStore store) {
    this.intake = intake;
    this.store = store;
  }

  /**
   * Takes in a file of statements: each is booked, known, held or for information, whatever becomes
   * of the others.
   *
   * @return an outcome for each statement, in the file's order; then one for each that was waiting
   *     and is booked now
   * @throws BusinessException {@code bankfiles.*} when the file is broken: nothing of it is kept
   */
  @Transactional
  public List<StatementOutcome> receive(StatementDelivery delivery, Actor by) {
    List<StatementOutcome> outcomes = new ArrayList<>();
    List<UUID> booked = new ArrayList<>();
    for (Surveyed read : intake.read(delivery)) {
      outcomes.add(take(delivery, read, booked, by));
    }
    booked.stream().distinct().forEach(account -> outcomes.addAll(bookWaiting(account, by)));
    return outcomes;
  }

  /** BankStatements, the latest received first; at most 1000. */
  @Transactional(readOnly = true)
  public List<Statement> list(StatementFilter filter) {
    int atMost = Math.max(1, Math.min(filter.limit(), LIMIT_MAX));
    return store.list(
        new StatementFilter(
            filter.organizationId(), filter.bankAccountId(), filter.state(), atMost));
  }

  /**
   * The statement of this id.
   *
   * @throws BusinessException {@code banking.statement-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Statement require(UUID id) {
    return store.require(id);
  }

  /**
   * Entries of a statement, those that were new with it, in its order.
   *
   * @param afterPosition behind this position; zero: from the first
   * @param limit at most so many and 1000
   */
  @Transactional(readOnly = true)
  public List<Entry> entries(UUID statementId, int afterPosition, int limit) {
    return store.entries(statementId, afterPosition, Math.max(1, Math.min(limit, LIMIT_MAX)));
  }

  /** The entry of this id, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Entry> entry(UUID id) {
    return store.entry(id);
  }

  /** From where to where an account is known; empty before its first statement. */
  @Transactional(readOnly = true)
  public Optional<Position> position(BankAccount account) {
    return Optional.ofNullable(intake.position(account));
  }

  /** What the bank says an account held at the end of a day, by the statements that are booked. */
  @Transactional(readOnly = true)
  public Optional<Money> balance(BankAccount account, LocalDate day) {
    return Optional.ofNullable(intake.position(account))
        .map(position -> store.balance(account, position, day));
  }

  /**
   * Looks at a held statement again: what it waited for may have come, its account been entered.
   *
   * @return what became of it, and of others that waited for it
   * @throws BusinessException {@code banking.statement-unknown}, {@code banking.statement-not-held}
   */
  @Transactional
  public List<StatementOutcome> retry(UUID id, Actor by) {
    return again(id, false, null, by);
  }

  /**
   * Books a held statement although a number before it was left out, or although it states no
   * balances. Whatever else is wrong with a statement cannot be passed over: then it stays held
   * with its findings.
   *
   * @throws BusinessException {@code banking.statement-unknown}, {@code
   *     banking.statement-not-held}, {@code banking.reason-missing}
   */
  @Transactional
  public List<StatementOutcome> release(UUID id, String reason, Actor by) {
    return again(id, true, reasoned(id, reason), by);
  }

  /**
   * Puts a held statement aside for good.
   *
   * @throws BusinessException {@code banking.statement-unknown}, {@code
   *     banking.statement-not-held}, {@code banking.reason-missing}
   */
  @Transactional
  public Statement drop(UUID id, String reason, Actor by) {
    return store.drop(requireHeld(id), reasoned(id, reason), by);
  }

  private List<StatementOutcome> again(
      UUID id, boolean regardless, @Nullable String reason, Actor by) {
    Statement held = requireHeld(id);
    StatementDelivery delivery = store.delivery(held);
    Surveyed read = intake.read(delivery).get(held.place());
    Judged judged = intake.judge(held.organizationId(), read, regardless);
    List<StatementOutcome> outcomes = new ArrayList<>();
    outcomes.add(store.settle(held, judged, reason, by));
    BankAccount account = judged.account();
    if (account != null && outcomes.get(0).kind() == Kind.BOOKED) {
      outcomes.addAll(bookWaiting(account.id(), by));
    }
    return outcomes;
  }

  private StatementOutcome take(
      StatementDelivery delivery, Surveyed read, List<UUID> booked, Actor by) {
    if (read.statement().header().kind() != StatementKind.STATEMENT) {
      return new StatementOutcome(
          read.statement().header().name(),
          null,
          null,
          Kind.FOR_INFORMATION,
          read.statement().totals().entries(),
          0,
          List.of());
    }
    Judged judged = intake.judge(delivery.organizationId(), read, false);
    StatementOutcome outcome = store.keep(delivery, judged, by);
    BankAccount account = judged.account();
    if (account != null && outcome.kind() == Kind.BOOKED) {
      booked.add(account.id());
    }
    return outcome;
  }

  /** What waited for the statement that is booked now, and what waited for that, and so on. */
  private List<StatementOutcome> bookWaiting(UUID bankAccountId, Actor by) {
    List<StatementOutcome> outcomes = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Statement held : store.held(bankAccountId)) {
        if (!store.mayFollow(held)) {
          continue;
        }
        Surveyed read = intake.read(store.delivery(held)).get(held.place());
        Judged judged = intake.judge(held.organizationId(), read, false);
        if (judged.verdict().kind() != Verdict.Kind.HOLD) {
          outcomes.add(store.settle(held, judged, null, by));
          more = true;
        }
      }
    }
    return outcomes;
  }

  private Statement requireHeld(UUID id) {
    Statement statement = store.require(id);
    if (statement.state() != Statement.State.HELD) {
      throw BankingError.STATEMENT_NOT_HELD.with(statement.name(), statement.state());
    }
    return statement;
  }

  private String reasoned(UUID id, String reason) {
    if (reason.strip().length() < REASON_LENGTH_MIN) {
      throw BankingError.REASON_MISSING.with(store.require(id).name());
    }
    return reason.strip();
  }
}
