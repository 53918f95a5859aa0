package org.countinghouse.allocations;

import java.time.Clock;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.allocations.AllocationMapper.RuleRow;
import org.countinghouse.allocations.AllocationMapper.TargetRow;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of an organization. A rule is changed by ending it and making another. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AllocationRules {

  /** The module the journals are posted by. */
  static final String MODULE = "allocations";

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");
  private static final int STEP_MAX = 999;

  private final AllocationMapper mapper;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  AllocationRules(
      AllocationMapper mapper,
      ChartOfAccounts chart,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.chart = chart;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** All rules ever made, in the order they run. */
  @Transactional(readOnly = true)
  public List<AllocationRule> list(UUID organizationId) {
    Map<UUID, List<TargetRow>> targets =
        mapper.listTargets(organizationId).stream()
            .collect(Collectors.groupingBy(TargetRow::ruleId));
    return mapper.listRules(organizationId).stream()
        .map(row -> rule(row, targets.getOrDefault(row.id(), List.of())))
        .toList();
  }

  /**
   * The rule of this code.
   *
   * @throws BusinessException {@code allocations.rule-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public AllocationRule require(UUID organizationId, String code) {
    return list(organizationId).stream()
        .filter(rule -> rule.code().equals(code))
        .findFirst()
        .orElseThrow(() -> AllocationsError.RULE_UNKNOWN.with(code));
  }

  /**
   * Makes a rule.
   *
   * @throws BusinessException {@code allocations.rule-invalid}, {@code allocations.rule-taken},
   *     {@code allocations.accounts-invalid}, {@code allocations.statistic-unknown}, {@code
   *     allocations.cost-centre-unknown}, {@code allocations.circular}, {@code
   *     ledger.account-unknown}
   */
  public AllocationRule create(UUID organizationId, NewRule wanted, Actor by) {
    mapper.lockRules(organizationId);
    AllocationRule rule = read(organizationId, wanted);
    check(rule);
    checkPlaces(rule);
    for (AllocationRule other : list(organizationId)) {
      if (other.code().equals(rule.code())) {
        throw AllocationsError.RULE_TAKEN.with(rule.code());
      }
      if (other.validTo() == null || !other.validTo().isBefore(rule.validFrom())) {
        refuseCircle(rule, other);
        refuseCircle(other, rule);
      }
    }
    mapper.insertRule(row(rule), by.username(), clock.instant());
    mapper.insertTargets(
        rule.targets().stream()
            .map(
                target ->
                    new TargetRow(organizationId, rule.id(), target.costCentre(), target.share()))
            .toList());
    audit.record(
        new AuditEntry(
            organizationId, by, "created", "allocations.rule", rule.code(), null, wanted));
    return rule;
  }

  /**
   * Ends a rule with a month; what it posted stays.
   *
   * @param lastMonth the last one it is used in
   * @throws BusinessException {@code allocations.rule-unknown}, {@code allocations.rule-invalid}
   */
  public void end(UUID organizationId, String code, YearMonth lastMonth, Actor by) {
    AllocationRule rule = require(organizationId, code);
    if (lastMonth.isBefore(rule.validFrom())) {
      throw AllocationsError.RULE_INVALID.with(code, "it is used from " + rule.validFrom() + ".");
    }
    mapper.endRule(rule.id(), lastMonth.atDay(1));
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "ended",
            "allocations.rule",
            code,
            Map.of("validTo", String.valueOf(rule.validTo())),
            Map.of("validTo", lastMonth.toString())));
  }

  private static AllocationRule read(UUID organizationId, NewRule wanted) {
    String driverAccounts = wanted.driverAccounts();
    return new AllocationRule(
        Ids.next(),
        organizationId,
        wanted.code(),
        wanted.name(),
        wanted.step(),
        wanted.sourceCostCentre(),
        AccountRanges.parse(wanted.sourceAccounts()),
        wanted.targetAccount(),
        wanted.offsetAccount(),
        wanted.driver(),
        wanted.statistic(),
        driverAccounts == null ? null : AccountRanges.parse(driverAccounts),
        wanted.validFrom(),
        null,
        wanted.targets());
  }

  private static void check(AllocationRule rule) {
    require(
        CODE.matcher(rule.code()).matches(), rule, "use capital letters and digits as its code.");
    require(!rule.name().isBlank(), rule, "give it a name.");
    require(rule.step() >= 1 && rule.step() <= STEP_MAX, rule, "its step is 1 to 999.");
    require(!rule.targets().isEmpty(), rule, "name the cost centres that take the costs.");
    require(
        (rule.driver() == Driver.STATISTIC) == (rule.statistic() != null),
        rule,
        "name a statistic for a driver that counts one, and only then.");
    require(
        (rule.driver() == Driver.BALANCE) == (rule.driverAccounts() != null),
        rule,
        "name accounts for a driver by balance, and only then.");
    boolean fixed = rule.driver() == Driver.FIXED;
    require(
        rule.targets().stream()
            .allMatch(
                target ->
                    fixed
                        ? target.share() != null && target.share().signum() > 0
                        : target.share() == null),
        rule,
        "give every target a share above zero for a fixed driver, and none otherwise.");
    Set<String> seen = new HashSet<>();
    require(
        rule.targets().stream().allMatch(target -> seen.add(target.costCentre())),
        rule,
        "name every target once.");
    require(
        rule.sourceCostCentre() == null || !seen.contains(rule.sourceCostCentre()),
        rule,
        "the costs cannot stay where they come from: leave the source out of the targets.");
  }

  private static void require(boolean met, AllocationRule rule, String remedy) {
    if (!met) {
      throw AllocationsError.RULE_INVALID.with(rule.code(), remedy);
    }
  }

  private void checkPlaces(AllocationRule rule) {
    Set<String> known =
        organizations.costCentres(rule.organizationId()).stream()
            .map(CostCentre::code)
            .collect(Collectors.toSet());
    Set<String> named =
        rule.targets().stream()
            .map(AllocationRule.Target::costCentre)
            .collect(Collectors.toCollection(HashSet::new));
    if (rule.sourceCostCentre() != null) {
      named.add(rule.sourceCostCentre());
    }
    named.stream()
        .filter(code -> !known.contains(code))
        .sorted()
        .findFirst()
        .ifPresent(
            code -> {
              throw AllocationsError.COST_CENTRE_UNKNOWN.with(code);
            });
    if (rule.targetAccount() != null) {
      chart.require(rule.organizationId(), rule.targetAccount());
    }
    if (rule.offsetAccount() != null) {
      chart.require(rule.organizationId(), rule.offsetAccount());
    }
    String statistic = rule.statistic();
    if (statistic != null
        && mapper.listStatistics(rule.organizationId()).stream()
            .noneMatch(each -> each.code().equals(statistic))) {
      throw AllocationsError.STATISTIC_UNKNOWN.with(statistic);
    }
  }

  /** What an earlier step emptied must stay empty, or its pool would never be allocated. */
  private static void refuseCircle(AllocationRule later, AllocationRule earlier) {
    String emptied = earlier.sourceCostCentre();
    if (later.step() < earlier.step() || emptied == null) {
      return;
    }
    boolean returns =
        later.targets().stream().anyMatch(target -> target.costCentre().equals(emptied));
    String account = later.targetAccount();
    boolean sameCosts =
        account == null
            ? later.sourceAccounts().overlaps(earlier.sourceAccounts())
            : earlier.sourceAccounts().contains(account);
    if (returns && sameCosts) {
      throw AllocationsError.CIRCULAR.with(later.code(), emptied, earlier.code());
    }
  }

  private static AllocationRule rule(RuleRow row, List<TargetRow> targets) {
    return new AllocationRule(
        row.id(),
        row.organizationId(),
        row.code(),
        row.name(),
        row.step(),
        row.sourceCostCentre(),
        AccountRanges.parse(row.sourceAccounts()),
        row.targetAccount(),
        row.offsetAccount(),
        row.driver(),
        row.statistic(),
        row.driverAccounts() == null ? null : AccountRanges.parse(row.driverAccounts()),
        YearMonth.from(row.validFrom()),
        row.validTo() == null ? null : YearMonth.from(row.validTo()),
        targets.stream()
            .map(target -> new AllocationRule.Target(target.costCentre(), target.share()))
            .toList());
  }

  private static RuleRow row(AllocationRule rule) {
    return new RuleRow(
        rule.id(),
        rule.organizationId(),
        rule.code(),
        rule.name(),
        rule.step(),
        rule.sourceCostCentre(),
        rule.sourceAccounts().toString(),
        rule.targetAccount(),
        rule.offsetAccount(),
        rule.driver(),
        rule.statistic(),
        text(rule.driverAccounts()),
        rule.validFrom().atDay(1),
        rule.validTo() == null ? null : rule.validTo().atDay(1));
  }

  private static @Nullable String text(@Nullable AccountRanges accounts) {
    return accounts == null ? null : accounts.toString();
  }
}
