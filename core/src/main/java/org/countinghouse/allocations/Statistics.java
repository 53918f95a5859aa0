package org.countinghouse.allocations;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.allocations.AllocationMapper.ValueRow;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures that are no money, by cost centre: what costs are allocated by. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Statistics {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

  private final AllocationMapper mapper;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  Statistics(AllocationMapper mapper, Organizations organizations, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is counted.
   *
   * @param unit {@code people}, {@code m²}
   */
  public record Statistic(String code, String name, String unit) {}

  /**
   * What a cost centre has from a month on, until the next value.
   *
   * @param quantity zero or more
   */
  public record Value(
      String statistic, String costCentre, YearMonth validFrom, BigDecimal quantity) {}

  /** What is counted, by code. */
  @Transactional(readOnly = true)
  public List<Statistic> list(UUID organizationId) {
    return mapper.listStatistics(organizationId);
  }

  /** The values valid in a month, by cost centre. */
  @Transactional(readOnly = true)
  public List<Value> values(UUID organizationId, String statistic, YearMonth month) {
    return mapper.listValues(organizationId, statistic, month.atDay(1)).stream()
        .map(
            row ->
                new Value(
                    row.statistic(),
                    row.costCentre(),
                    YearMonth.from(row.validFrom()),
                    row.quantity()))
        .toList();
  }

  /**
   * Adds something to count.
   *
   * @throws BusinessException {@code allocations.statistic-invalid}, {@code
   *     allocations.statistic-taken}
   */
  public void create(UUID organizationId, Statistic wanted, Actor by) {
    if (!CODE.matcher(wanted.code()).matches() || wanted.name().isBlank()) {
      throw AllocationsError.STATISTIC_INVALID.with(
          wanted.code(), "use capital letters and digits as its code, and give it a name.");
    }
    if (list(organizationId).stream().anyMatch(known -> known.code().equals(wanted.code()))) {
      throw AllocationsError.STATISTIC_TAKEN.with(wanted.code());
    }
    mapper.insertStatistic(organizationId, wanted, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId, by, "created", "allocations.statistic", wanted.code(), null, wanted));
  }

  /**
   * Takes values; one for the same cost centre and month takes the place of the one before, and the
   * next allocation run posts the difference.
   *
   * @throws BusinessException {@code allocations.statistic-unknown}, {@code
   *     allocations.cost-centre-unknown}, {@code allocations.statistic-invalid}
   */
  public void report(UUID organizationId, List<Value> values, Actor by) {
    if (values.isEmpty()) {
      return;
    }
    Rules rules = rules(organizationId);
    values.forEach(rules::check);
    mapper.upsertValues(
        organizationId,
        values.stream()
            .map(
                value ->
                    new ValueRow(
                        value.statistic(),
                        value.costCentre(),
                        value.validFrom().atDay(1),
                        value.quantity()))
            .toList(),
        by.username(),
        clock.instant());
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "reported",
            "allocations.statistic",
            values.size() + " values",
            null,
            values));
  }

  Rules rules(UUID organizationId) {
    return new Rules(
        list(organizationId).stream().map(Statistic::code).collect(Collectors.toSet()),
        organizations.costCentres(organizationId).stream()
            .map(CostCentre::code)
            .collect(Collectors.toSet()));
  }

  /** What values are checked against; read once for many. */
  record Rules(Set<String> statistics, Set<String> costCentres) {

    void check(Value value) {
      if (!statistics.contains(value.statistic())) {
        throw AllocationsError.STATISTIC_UNKNOWN.with(value.statistic());
      }
      if (!costCentres.contains(value.costCentre())) {
        throw AllocationsError.COST_CENTRE_UNKNOWN.with(value.costCentre());
      }
      if (value.quantity().signum() < 0) {
        throw AllocationsError.STATISTIC_INVALID.with(
            value.statistic(), "a value cannot be negative.");
      }
    }
  }
}
