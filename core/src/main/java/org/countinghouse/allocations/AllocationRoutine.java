package org.countinghouse.allocations;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.spi.ClosingRoutine;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.errors.BusinessException;
import org.springframework.stereotype.Component;

/** The month's allocations, as the close runs them: after everything that makes costs. */
@Component
class AllocationRoutine implements ClosingRoutine {

  private static final String LINK = "/api/allocations/rules";

  private final Allocation allocation;

  AllocationRoutine(Allocation allocation) {
    this.allocation = allocation;
  }

  @Override
  public String key() {
    return "allocations.costs-allocated";
  }

  @Override
  public Title title() {
    return new Title("Shared costs are allocated", "Gemeinkosten sind umgelegt");
  }

  @Override
  public Set<String> after() {
    return Set.of(
        "journals.accruals-reversed",
        "journals.recurring-posted",
        "assets.depreciation",
        "ledger.revalue-currency");
  }

  @Override
  public String owner() {
    return "controller";
  }

  @Override
  public String job() {
    return "ledger.allocate-costs";
  }

  @Override
  public Readiness evidence(UUID organizationId, YearMonth period) {
    List<Allocation.Record> records = allocation.records(organizationId, period);
    Map<String, String> figures = Map.of("journals", Integer.toString(records.size()));
    try {
      return Readiness.of(
          allocation.due(organizationId, period).stream()
              .map(
                  due ->
                      new OpenItem(
                          "allocation-rule",
                          due.rule(),
                          AllocationsError.DUE.at("", due.rule(), due.amount(), period).message(),
                          LINK))
              .toList(),
          figures);
    } catch (BusinessException noDriver) {
      return Readiness.of(
          List.of(
              new OpenItem(
                  "allocation-rule",
                  period.toString(),
                  String.valueOf(noDriver.getMessage()),
                  LINK)),
          figures);
    }
  }
}
