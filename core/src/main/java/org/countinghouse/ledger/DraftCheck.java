package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.PostingGate.Scope;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** Checks a draft against chart and cost centres; finds everything, not only the first fault. */
final class DraftCheck {

  /** Well inside what numeric(19,4) and a long of ten-thousandths hold, sums of lines included. */
  static final BigDecimal LIMIT = new BigDecimal("900000000000000");

  private final JournalDraft draft;
  private final Scope scope;
  private final Currency base;
  private final Map<String, Account> accounts;
  private final Set<String> costCentres;
  private final Set<String> projects;
  private final List<Fault> faults = new ArrayList<>();

  DraftCheck(
      JournalDraft draft,
      Scope scope,
      Currency base,
      Map<String, Account> accounts,
      Set<String> costCentres,
      Set<String> projects) {
    this.draft = draft;
    this.scope = scope;
    this.base = base;
    this.accounts = accounts;
    this.costCentres = costCentres;
    this.projects = projects;
  }

  /**
   * @throws BusinessException with the first fault's code and all findings
   */
  void run() {
    if (draft.description().isBlank()
        || draft.source().isBlank()
        || draft.sourceReference().isBlank()) {
      found(Fault.at("", LedgerError.SOURCE_INVALID));
    }
    if (draft.lines().size() < 2) {
      found(Fault.at("", LedgerError.TOO_FEW_LINES, draft.sourceReference()));
    }
    for (int i = 0; i < draft.lines().size(); i++) {
      check(i + 1, draft.lines().get(i));
    }
    if (faults.isEmpty()) {
      found(balanceFault());
    }
    if (!faults.isEmpty()) {
      throw Fault.refusal(faults);
    }
  }

  private void check(int number, DraftLine line) {
    String place = "line " + number;
    Account account = accounts.get(line.account());
    if (account == null) {
      found(Fault.at(place, LedgerError.ACCOUNT_UNKNOWN, line.account()));
    } else if (scope != Scope.WHAT_IS_POSTED) {
      checkRules(place, account, line);
    }
    found(amountFault(place, number, line.amount(), line.baseAmount()));
  }

  private void checkRules(String place, Account account, DraftLine line) {
    String costCentre = line.costCentre();
    String project = line.project();
    Fault fault =
        PostingRules.check(
            account,
            module(account),
            line.amount().currency(),
            costCentre != null,
            project != null);
    found(fault == null ? null : fault.at(place));
    if (costCentre != null && !costCentres.contains(costCentre)) {
      found(Fault.at(place, LedgerError.DIMENSION_UNKNOWN, costCentre));
    }
    if (project != null && !projects.contains(project)) {
      found(Fault.at(place, LedgerError.PROJECT_UNKNOWN, project));
    }
  }

  private String module(Account account) {
    String subledger = account.controlledBy();
    return scope == Scope.TAKEOVER && subledger != null ? subledger : draft.module();
  }

  private @Nullable Fault amountFault(String place, int number, Money amount, Money baseAmount) {
    if (!baseAmount.currency().equals(base)) {
      return Fault.at(place, LedgerError.BASE_CURRENCY, number, baseAmount, base);
    }
    if (amount.isZero() && baseAmount.isZero()) {
      return Fault.at(place, LedgerError.LINE_EMPTY, number);
    }
    for (Money each : List.of(amount, baseAmount)) {
      if (each.abs().amount().compareTo(LIMIT) >= 0) {
        return Fault.at(place, LedgerError.AMOUNT_TOO_LARGE, number, each);
      }
    }
    boolean agree =
        amount.currency().equals(base)
            ? amount.equals(baseAmount)
            // a revaluation moves the base amount alone; nothing moves against its own sign
            : amount.amount().signum() * baseAmount.amount().signum() >= 0;
    return agree ? null : Fault.at(place, LedgerError.BASE_AMOUNT, number, amount, baseAmount);
  }

  /**
   * A journal in one currency balances in it and in base currency; a journal that exchanges
   * currencies can only balance in base currency.
   */
  private @Nullable Fault balanceFault() {
    Map<String, BigDecimal> perCurrency = new TreeMap<>();
    BigDecimal inBase = BigDecimal.ZERO;
    for (DraftLine line : draft.lines()) {
      perCurrency.merge(
          line.amount().currency().getCurrencyCode(), line.amount().amount(), BigDecimal::add);
      inBase = inBase.add(line.baseAmount().amount());
    }
    if (inBase.signum() != 0) {
      return unbalanced(inBase, base.getCurrencyCode());
    }
    if (perCurrency.size() > 1) {
      return null;
    }
    var only = perCurrency.entrySet().iterator().next();
    return only.getValue().signum() == 0 ? null : unbalanced(only.getValue(), only.getKey());
  }

  private Fault unbalanced(BigDecimal open, String currency) {
    return Fault.at(
        "", LedgerError.UNBALANCED, draft.sourceReference(), open.toPlainString() + " " + currency);
  }

  private void found(@Nullable Fault fault) {
    if (fault != null) {
      faults.add(fault);
    }
  }
}
