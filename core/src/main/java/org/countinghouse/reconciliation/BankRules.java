package org.countinghouse.reconciliation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules entries are explained by, and how much is learned from people's decisions. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class BankRules {

  /** Suggested from the first decision on, booked by themselves never. */
  private static final Settings DEFAULT = new Settings(null, 0);

  private static final int RANK_MAX = 9999;
  private static final int NAME_MAX = 200;
  private static final int PATTERN_MAX = 500;

  private final BankRuleMapper mapper;
  private final BankAccounts bankAccounts;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  BankRules(
      BankRuleMapper mapper,
      BankAccounts bankAccounts,
      ChartOfAccounts chart,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.bankAccounts = bankAccounts;
    this.chart = chart;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How an organization reconciles.
   *
   * @param chargesCostCentre who bears the banks' fees; null where their account asks for none
   * @param learnAfter so many equal decisions in a row on a counterparty book its next entry by
   *     themselves; zero: never, they are suggested only
   */
  public record Settings(@Nullable String chargesCostCentre, int learnAfter) {}

  /** How an organization reconciles. */
  @Transactional(readOnly = true)
  public Settings settings(UUID organizationId) {
    return Optional.ofNullable(mapper.findSettings(organizationId)).orElse(DEFAULT);
  }

  /**
   * Says how an organization reconciles.
   *
   * @throws BusinessException {@code reconciliation.cost-centre-missing} when there is none of this
   *     code
   */
  public Settings configure(UUID organizationId, Settings wanted, Actor by) {
    String centre = wanted.chargesCostCentre();
    if (centre != null && organizations.costCentre(organizationId, centre).isEmpty()) {
      throw ReconciliationError.COST_CENTRE_MISSING.with(centre);
    }
    Settings before = settings(organizationId);
    mapper.upsertSettings(organizationId, wanted, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "set",
            "reconciliation.settings",
            organizationId.toString(),
            before,
            wanted));
    return wanted;
  }

  /** The rules in use, in the order they are asked. */
  @Transactional(readOnly = true)
  public List<BankRule> list(UUID organizationId) {
    return mapper.list(organizationId);
  }

  /**
   * The rule in use of this id.
   *
   * @throws BusinessException {@code reconciliation.rule-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public BankRule require(UUID id) {
    return Optional.ofNullable(mapper.find(id))
        .orElseThrow(() -> ReconciliationError.RULE_UNKNOWN.with(id));
  }

  /**
   * Defines a rule; it is asked from now on.
   *
   * @throws BusinessException {@code reconciliation.rule-invalid}, {@code
   *     reconciliation.rule-pattern}, {@code reconciliation.rule-taken}, {@code
   *     reconciliation.account-unusable}, {@code reconciliation.cost-centre-missing}, {@code
   *     banking.account-unknown}, {@code ledger.account-unknown}
   */
  public BankRule define(UUID organizationId, NewBankRule wanted, Actor by) {
    String pattern = pattern(wanted);
    UUID like = wanted.likeEntry();
    String key = like == null ? null : mapper.counterpartyKey(like);
    String name = wanted.name().strip();
    boolean sound =
        !name.isEmpty()
            && name.length() <= NAME_MAX
            && wanted.rank() >= 1
            && wanted.rank() <= RANK_MAX
            && (pattern != null || key != null)
            && (pattern == null || pattern.length() <= PATTERN_MAX);
    if (!sound) {
      throw ReconciliationError.RULE_INVALID.with(wanted.name());
    }
    if (list(organizationId).stream().anyMatch(rule -> rule.name().equals(name))) {
      throw ReconciliationError.RULE_TAKEN.with(name);
    }
    requireUsable(organizationId, wanted.account(), wanted.costCentre());
    UUID bankAccountId = wanted.bankAccountId();
    if (bankAccountId != null) {
      BankAccount account = bankAccounts.require(bankAccountId);
      bankAccounts.require(organizationId, account.code());
    }
    var rule =
        new BankRule(
            Ids.next(),
            organizationId,
            name,
            wanted.rank(),
            bankAccountId,
            pattern,
            key,
            wanted.amountFrom(),
            wanted.amountTo(),
            wanted.account(),
            wanted.costCentre(),
            by.username());
    mapper.insert(rule, clock.instant());
    audit.record(
        new AuditEntry(
            organizationId, by, "defined", "reconciliation.rule", rule.name(), null, rule));
    return rule;
  }

  /**
   * Ends a rule; what it explained stays.
   *
   * @throws BusinessException {@code reconciliation.rule-unknown}
   */
  public void end(UUID id, Actor by) {
    BankRule rule = require(id);
    mapper.end(id, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            rule.organizationId(), by, "ended", "reconciliation.rule", rule.name(), rule, null));
  }

  /**
   * Makes sure that entries can be booked there.
   *
   * @throws BusinessException {@code ledger.account-unknown}, {@code
   *     reconciliation.account-unusable}, {@code reconciliation.cost-centre-missing}
   */
  void requireUsable(UUID organizationId, String code, @Nullable String costCentre) {
    Account account = chart.require(organizationId, code);
    if (!account.active() || !account.postable() || account.controlledBy() != null) {
      throw ReconciliationError.ACCOUNT_UNUSABLE.with(code);
    }
    boolean asked = account.requiredDimensions().contains(Account.COST_CENTRE);
    boolean unknown =
        costCentre != null && organizations.costCentre(organizationId, costCentre).isEmpty();
    if ((asked && costCentre == null) || unknown) {
      throw ReconciliationError.COST_CENTRE_MISSING.with(code);
    }
  }

  private @Nullable String pattern(NewBankRule wanted) {
    String contains = wanted.contains();
    if (contains != null && !contains.isBlank()) {
      return contains.strip().replaceAll("([\\\\.^$|?*+(){}\\[\\]])", "\\\\$1");
    }
    String pattern = wanted.pattern();
    if (pattern == null || pattern.isBlank()) {
      return null;
    }
    try {
      Pattern.compile(pattern);
      return pattern.strip();
    } catch (PatternSyntaxException e) {
      throw ReconciliationError.RULE_PATTERN.with(pattern, e.getDescription());
    }
  }
}
