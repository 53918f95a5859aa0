package org.countinghouse.procurement;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.BudgetControl.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How strict the budgets of an organization are. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class BudgetControls {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

  private final ProcurementSetupMapper mapper;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  BudgetControls(
      ProcurementSetupMapper mapper,
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

  /** What was set, the most general first. */
  @Transactional(readOnly = true)
  public List<BudgetControl> list(UUID organizationId) {
    return mapper.listControls(organizationId);
  }

  /**
   * Sets how strict a budget is, for all of it or for an account, a cost centre or both.
   *
   * @throws BusinessException {@code procurement.control-invalid}
   */
  public void set(BudgetControl wanted, Actor by) {
    UUID organizationId = wanted.organizationId();
    if (!CODE.matcher(wanted.budget()).matches()) {
      throw ProcurementError.CONTROL_INVALID.with("there is no budget " + wanted.budget() + ".");
    }
    String account = wanted.account();
    if (account != null && chart.find(organizationId, account).isEmpty()) {
      throw ProcurementError.CONTROL_INVALID.with("there is no account " + account + ".");
    }
    String costCentre = wanted.costCentre();
    if (costCentre != null && organizations.costCentre(organizationId, costCentre).isEmpty()) {
      throw ProcurementError.CONTROL_INVALID.with("there is no cost centre " + costCentre + ".");
    }
    BudgetControl before =
        list(organizationId).stream()
            .filter(control -> isSameScope(control, wanted))
            .findFirst()
            .orElse(null);
    mapper.setControl(
        Ids.next(), wanted, by.username(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "set",
            "procurement.setup",
            "budget control " + wanted.budget(),
            before,
            wanted));
  }

  /** How strict the standard budget is here; people are warned unless something else was set. */
  static Mode mode(List<BudgetControl> controls, String account, @Nullable String costCentre) {
    return controls.stream()
        .filter(control -> control.budget().equals(Budgets.DEFAULT_CODE))
        .filter(control -> control.covers(account, costCentre))
        .max(Comparator.comparingInt(BudgetControl::specificity))
        .map(BudgetControl::mode)
        .orElse(Mode.WARN);
  }

  private static boolean isSameScope(BudgetControl one, BudgetControl other) {
    return one.budget().equals(other.budget())
        && Objects.equals(one.account(), other.account())
        && Objects.equals(one.costCentre(), other.costCentre());
  }
}
