package org.countinghouse.reconciliation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.StatementBooked;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.reconciliation.BankMatchMapper.Charges;
import org.countinghouse.reconciliation.BankMatchMapper.Run;
import org.countinghouse.reconciliation.BankRules.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Explains what can be explained, in this order: our end-to-end id; numbers of payments or invoices
 * in the text; the only payment or open invoice of the amount with the account; rules; the bank's
 * fees; what was learned. Certain things first, so that a rule never takes what an id decides.
 */
@Component
class StatementReconciler {

  private static final Actor MATCHER = Actor.system("reconciliation");

  private final BankMatchMapper mapper;
  private final ExplanationPosting posting;
  private final BankRules rules;
  private final BankAccounts accounts;
  private final BankStatements statements;
  private final ChartOfAccounts chart;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StatementReconciler(
      BankMatchMapper mapper,
      ExplanationPosting posting,
      BankRules rules,
      BankAccounts accounts,
      BankStatements statements,
      ChartOfAccounts chart,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.posting = posting;
    this.rules = rules;
    this.accounts = accounts;
    this.statements = statements;
    this.chart = chart;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Posts a statement in the transaction that takes it in: the books are the bank's at any time.
   */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(StatementBooked booked) {
    if (booked.entries() == 0) {
      return;
    }
    BankAccount account = accounts.require(booked.bankAccountId());
    mapper.stage();
    int suspended = match(run(account, booked.statementId(), null));
    posting.post(
        new ExplanationPosting.Order(
            account,
            booked.statementId(),
            "%s statement %s"
                .formatted(account.code(), statements.require(booked.statementId()).name()),
            null,
            MATCHER));
    if (suspended > 0) {
      tell(account);
    }
  }

  /**
   * Looks again at what stands in suspense whole: rules, payments and invoices may have come since.
   *
   * @return how many entries are explained now
   */
  int again(BankAccount account, @Nullable UUID entryId, Actor by) {
    mapper.stage();
    Run run = run(account, null, entryId);
    int found = explain(run);
    if (found > 0) {
      posting.post(
          new ExplanationPosting.Order(
              account, null, account.code() + " explained later", null, by));
      tell(account);
    }
    return found;
  }

  /** Tells that there is more or less in suspense. */
  void tell(BankAccount account) {
    events.publishEvent(
        new SuspenseChanged(
            Ids.next(), account.organizationId(), account.id(), account.code(), clock.instant()));
  }

  private int match(Run run) {
    explain(run);
    return mapper.keepInSuspense(run);
  }

  private int explain(Run run) {
    mapper.stageWork();
    mapper.fillWork(run);
    mapper.analyzeWork();
    int found = mapper.matchEndToEnd(run);
    found += mapper.matchReturns(run);
    mapper.analyze();
    if (mapper.fillWords() > 0) {
      mapper.analyzeWords();
      mapper.fillNamed(run);
      mapper.analyzeNamed();
      found += mapper.matchReference(run);
      found += mapper.matchItems(run);
      mapper.analyze();
    }
    found += mapper.matchCounterparty(run);
    mapper.analyze();
    found += mapper.matchRules(run);
    if (!run.charges().account().isEmpty()) {
      found += mapper.matchCharges(run);
    }
    if (run.learnAfter() > 0) {
      found += mapper.matchLearned(run);
    }
    return found;
  }

  private Run run(BankAccount account, @Nullable UUID statementId, @Nullable UUID entryId) {
    UUID organizationId = account.organizationId();
    Settings settings = rules.settings(organizationId);
    return new Run(
        organizationId,
        account.id(),
        statementId,
        entryId,
        account.transitAccount(),
        chart.forPurpose(organizationId, AccountPurpose.SUSPENSE).code(),
        charges(organizationId, settings),
        account.currency().getCurrencyCode(),
        settings.learnAfter());
  }

  /**
   * Without the cost centre its account asks for, a fee waits in suspense for somebody to say it.
   */
  private Charges charges(UUID organizationId, Settings settings) {
    Optional<Account> account =
        chart.findForPurpose(organizationId, AccountPurpose.BANK_CHARGES).filter(Account::active);
    boolean complete =
        account.isPresent()
            && (settings.chargesCostCentre() != null
                || !account.get().requiredDimensions().contains(Account.COST_CENTRE));
    return complete
        ? new Charges(account.get().code(), settings.chargesCostCentre())
        : new Charges("", null);
  }
}
