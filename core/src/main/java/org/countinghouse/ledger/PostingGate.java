package org.countinghouse.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.organizations.Project;
import org.springframework.stereotype.Component;

/** What a journal has to pass before it is entered: its draft's rules, and an open period. */
@Component
class PostingGate {

  private final PeriodMapper periods;
  private final ChartOfAccounts chart;
  private final Organizations organizations;

  PostingGate(PeriodMapper periods, ChartOfAccounts chart, Organizations organizations) {
    this.periods = periods;
    this.chart = chart;
    this.organizations = organizations;
  }

  /** How much of the rules a journal is held to. */
  enum Scope {
    /** Everything accounts ask for. */
    NEW_BUSINESS,
    /** The same, but control accounts take the sum their subledger stood at elsewhere. */
    TAKEOVER,
    /**
     * A reversal or a carrying forward only moves what passed the rules once: accounts may be
     * inactive by now, cost centres and projects gone.
     */
    WHAT_IS_POSTED
  }

  /**
   * The draft as it will be entered: texts without control characters, and what converting left
   * over on the rounding account.
   *
   * @throws org.countinghouse.errors.BusinessException {@code ledger.purpose-unassigned}
   */
  JournalDraft complete(JournalDraft raw) {
    JournalDraft draft = PlainText.clean(raw);
    Currency base = organizations.byId(draft.organizationId()).baseCurrency();
    return Rounding.leftover(draft, base)
        .map(
            leftover ->
                Rounding.with(
                    draft,
                    leftover,
                    chart.forPurpose(draft.organizationId(), AccountPurpose.ROUNDING)))
        .orElse(draft);
  }

  /**
   * @throws org.countinghouse.errors.BusinessException as {@link Ledger#post} says
   */
  void check(JournalDraft draft, Scope scope) {
    UUID organizationId = draft.organizationId();
    Map<String, Account> accounts =
        chart.findAll(
            organizationId,
            draft.lines().stream().map(DraftLine::account).collect(Collectors.toSet()));
    Set<String> costCentres = Set.of();
    Set<String> projects = Set.of();
    if (scope != Scope.WHAT_IS_POSTED && any(draft, line -> line.costCentre() != null)) {
      costCentres =
          organizations.costCentres(organizationId).stream()
              .map(CostCentre::code)
              .collect(Collectors.toSet());
    }
    if (scope != Scope.WHAT_IS_POSTED && any(draft, line -> line.project() != null)) {
      projects =
          organizations.projects(organizationId).stream()
              .filter(Project::open)
              .map(Project::code)
              .collect(Collectors.toSet());
    }
    new DraftCheck(
            draft,
            scope,
            organizations.byId(organizationId).baseCurrency(),
            accounts,
            costCentres,
            projects)
        .run();
  }

  private static boolean any(JournalDraft draft, Predicate<DraftLine> says) {
    return draft.lines().stream().anyMatch(says);
  }

  /**
   * This day, or the first of the first later month that takes postings of the module.
   *
   * @throws org.countinghouse.errors.BusinessException {@code ledger.no-period-open}
   */
  LocalDate firstOpenDay(UUID organizationId, LocalDate wanted, String module) {
    YearMonth month = YearMonth.from(wanted);
    return periods.list(organizationId).stream()
        .map(PeriodMapper.Row::value)
        .filter(period -> !period.month().isBefore(month) && period.accepts(module))
        .findFirst()
        .map(period -> period.month().equals(month) ? wanted : period.month().atDay(1))
        .orElseThrow(() -> LedgerError.NO_PERIOD_OPEN.with(month, module));
  }

  /**
   * The draft's period, kept from closing until this transaction ends.
   *
   * @throws org.countinghouse.errors.BusinessException {@code ledger.period-unknown}, {@code
   *     ledger.period-closed}, {@code ledger.period-locked}
   */
  Period share(JournalDraft draft) {
    YearMonth month = YearMonth.from(draft.postingDate());
    periods.lockShared(draft.organizationId(), month.atDay(1));
    return accepting(draft);
  }

  /** {@link #share} without keeping it: true now, perhaps not any more when it is posted. */
  Period accepting(JournalDraft draft) {
    YearMonth month = YearMonth.from(draft.postingDate());
    PeriodMapper.Row row = periods.find(draft.organizationId(), month.atDay(1));
    if (row == null) {
      throw LedgerError.PERIOD_UNKNOWN.with(draft.postingDate());
    }
    Period period = row.value();
    if (!period.accepts(draft.module())) {
      throw period.state() == PeriodState.CLOSED
          ? LedgerError.PERIOD_CLOSED.with(draft.postingDate(), month)
          : LedgerError.PERIOD_LOCKED.with(month, draft.module());
    }
    return period;
  }
}
