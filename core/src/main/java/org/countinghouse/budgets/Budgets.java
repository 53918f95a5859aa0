package org.countinghouse.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.budgets.BudgetMapper.LineRow;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The budgets of an organization and their versions. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Budgets {

  /** The plan figures are set against unless another is named. */
  public static final String DEFAULT_CODE = "BUDGET";

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");
  private static final int ROWS_PER_STATEMENT = 1_000;

  private final BudgetMapper mapper;
  private final BudgetRules rules;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final OpenCommitments commitments;
  private final Audit audit;
  private final Clock clock;

  Budgets(
      BudgetMapper mapper,
      BudgetRules rules,
      ChartOfAccounts chart,
      Organizations organizations,
      OpenCommitments commitments,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.rules = rules;
    this.chart = chart;
    this.organizations = organizations;
    this.commitments = commitments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was planned and what was spent of it in a fiscal year. Of one account as people plan,
   * positive; of several together expense less income.
   *
   * @param actual on the accounts that were planned for, up to now
   * @param committed ordered on these accounts and not yet booked
   */
  public record Room(Money planned, Money actual, Money committed) {

    /** What is left; negative when more was spent or ordered. */
    public Money remaining() {
      return planned.minus(actual).minus(committed);
    }
  }

  /** All versions, the latest year first. */
  @Transactional(readOnly = true)
  public List<Budget> list(UUID organizationId) {
    return mapper.list(organizationId);
  }

  /**
   * The version of this id.
   *
   * @throws BusinessException {@code budgets.budget-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Budget require(UUID id) {
    Budget budget = mapper.find(id);
    if (budget == null) {
      throw BudgetsError.BUDGET_UNKNOWN.with(id);
    }
    return budget;
  }

  /**
   * Its lines, by account, cost centre and month.
   *
   * @throws BusinessException {@code budgets.budget-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<BudgetLine> lines(UUID id) {
    Map<String, AccountType> types = types(require(id).organizationId());
    return mapper.listLines(id).stream().map(row -> line(row, types)).toList();
  }

  /**
   * Makes the next version, as a draft.
   *
   * @throws BusinessException {@code budgets.budget-invalid}, with every fault of the lines as a
   *     finding: {@code budgets.account-unknown}, {@code budgets.account-heading}, {@code
   *     budgets.cost-centre-unknown}, {@code budgets.period-outside}, {@code budgets.line-twice}
   */
  public Budget draft(UUID organizationId, NewBudget wanted, Actor by) {
    if (!CODE.matcher(wanted.code()).matches() || wanted.name().isBlank()) {
      throw BudgetsError.BUDGET_INVALID.with(
          wanted.code(), "use capital letters and digits as its code, and give it a name.");
    }
    if (wanted.lines().isEmpty()) {
      throw BudgetsError.BUDGET_INVALID.with(wanted.code(), "it has no lines.");
    }
    BudgetRules.Facts facts = rules.facts(organizationId, wanted.fiscalYear());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < wanted.lines().size(); i++) {
      facts.check(wanted.lines().get(i), "line " + (i + 1), findings);
    }
    if (!findings.isEmpty()) {
      throw BudgetsError.BUDGET_INVALID.withFindings(
          findings, wanted.code(), findings.get(0).message());
    }
    return insert(organizationId, wanted, by);
  }

  /**
   * Puts a draft in force, in place of the version that was.
   *
   * @throws BusinessException {@code budgets.budget-unknown}, {@code budgets.state}, {@code
   *     budgets.maker-is-checker}
   */
  public Budget activate(UUID id, Actor by) {
    Budget draft = requireDraft(id);
    if (by.username().equals(draft.createdBy()) || draft.createdBy().equals(by.onBehalfOf())) {
      throw BudgetsError.MAKER_IS_CHECKER.with(draft.createdBy());
    }
    mapper.replace(draft.organizationId(), draft.code(), draft.fiscalYear());
    mapper.activate(id, by.username(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    record(draft, "activated", by);
    return require(id);
  }

  /**
   * Throws a draft away; it stays to be read.
   *
   * @throws BusinessException {@code budgets.budget-unknown}, {@code budgets.state}
   */
  public void discard(UUID id, Actor by) {
    Budget draft = requireDraft(id);
    mapper.discard(id);
    record(draft, "discarded", by);
  }

  /**
   * What is left of the budget in force; of all its accounts or of one, of all its cost centres or
   * of one.
   *
   * @throws BusinessException {@code budgets.not-in-force}, {@code ledger.account-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Room room(
      UUID organizationId,
      String code,
      int fiscalYear,
      @Nullable String account,
      @Nullable String costCentre) {
    BudgetMapper.Totals totals =
        mapper.total(organizationId, code, fiscalYear, account, costCentre);
    if (!totals.inForce()) {
      throw BudgetsError.NOT_IN_FORCE.with(code, fiscalYear);
    }
    Currency base = organizations.byId(organizationId).baseCurrency();
    boolean turned = account != null && turns(chart.require(organizationId, account).type());
    Money planned = money(totals.planned(), base);
    Money actual = money(totals.actual(), base);
    Money committed =
        money(commitments.total(organizationId, code, fiscalYear, account, costCentre), base);
    return turned
        ? new Room(planned.negated(), actual.negated(), committed.negated())
        : new Room(planned, actual, committed);
  }

  private Budget insert(UUID organizationId, NewBudget wanted, Actor by) {
    mapper.lockPlan(organizationId, wanted.code() + wanted.fiscalYear());
    int version = mapper.lastVersion(organizationId, wanted.code(), wanted.fiscalYear()) + 1;
    Budget budget =
        new Budget(
            Ids.next(),
            organizationId,
            wanted.code(),
            wanted.fiscalYear(),
            version,
            wanted.name(),
            Budget.State.DRAFT,
            wanted.sourceName(),
            by.username(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null);
    mapper.insert(budget);
    Map<String, AccountType> types = types(organizationId);
    List<LineRow> rows = wanted.lines().stream().map(line -> row(budget, line, types)).toList();
    for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
      mapper.insertLines(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)));
    }
    record(budget, "drafted", by);
    return budget;
  }

  private Budget requireDraft(UUID id) {
    Budget budget = mapper.lockById(id);
    if (budget == null) {
      throw BudgetsError.BUDGET_UNKNOWN.with(id);
    }
    if (budget.state() != Budget.State.DRAFT) {
      throw BudgetsError.STATE.with(budget.version(), budget.code(), budget.state());
    }
    return budget;
  }

  private void record(Budget budget, String action, Actor by) {
    audit.record(
        new AuditEntry(
            budget.organizationId(),
            by,
            action,
            "budgets.budget",
            budget.code() + " " + budget.fiscalYear() + " v" + budget.version(),
            null,
            Map.of("name", budget.name())));
  }

  private Map<String, AccountType> types(UUID organizationId) {
    return chart.accounts(organizationId).stream()
        .collect(Collectors.toMap(Account::code, Account::type));
  }

  private static LineRow row(Budget budget, BudgetLine line, Map<String, AccountType> types) {
    BigDecimal amount = line.amount().amount();
    return new LineRow(
        budget.organizationId(),
        budget.id(),
        line.account(),
        line.costCentre(),
        line.period().atDay(1),
        turns(types.get(line.account())) ? amount.negate() : amount,
        line.amount().currency().getCurrencyCode());
  }

  private static BudgetLine line(LineRow row, Map<String, AccountType> types) {
    Money amount = money(row.amount(), Currency.getInstance(row.currency()));
    return new BudgetLine(
        row.account(),
        row.costCentre(),
        java.time.YearMonth.from(row.period()),
        turns(types.get(row.account())) ? amount.negated() : amount);
  }

  /** Whether people say positive what the ledger has as a credit. */
  private static boolean turns(@Nullable AccountType type) {
    return type == AccountType.INCOME
        || type == AccountType.LIABILITY
        || type == AccountType.EQUITY;
  }

  /** Stored with four decimals; base amounts never use more than the currency has. */
  private static Money money(BigDecimal stored, Currency currency) {
    return Money.rounded(stored, currency, RoundingMode.UNNECESSARY);
  }
}
