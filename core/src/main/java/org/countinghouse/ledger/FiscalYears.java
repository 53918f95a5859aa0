package org.countinghouse.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The years an organization keeps books for. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class FiscalYears {

  private final PeriodMapper mapper;
  private final Organizations organizations;
  private final OwnerRole owner;
  private final Audit audit;
  private final Clock clock;

  FiscalYears(
      PeriodMapper mapper, Organizations organizations, OwnerRole owner, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.owner = owner;
    this.audit = audit;
    this.clock = clock;
  }

  /** The years that were opened, first to last. */
  @Transactional(readOnly = true)
  public List<FiscalYear> list(UUID organizationId) {
    return mapper.listYears(organizationId);
  }

  /**
   * Opens a year: its twelve periods, all open, and its journal series.
   *
   * @param year the calendar year in which it ends
   * @throws BusinessException {@code ledger.fiscal-year-open}, {@code ledger.fiscal-year-start},
   *     {@code organizations.unknown}
   */
  public FiscalYear open(UUID organizationId, int year, Actor by) {
    Organization organization = organizations.byId(organizationId);
    if (organization.fiscalYearStart().getDayOfMonth() != 1) {
      throw LedgerError.FISCAL_YEAR_START.with(organization.fiscalYearStart());
    }
    if (list(organizationId).stream().anyMatch(open -> open.year() == year)) {
      throw LedgerError.FISCAL_YEAR_OPEN.with(year);
    }
    FiscalYear opened = FiscalYear.of(organizationId, year, organization.fiscalYearStart());
    Instant now = clock.instant();
    owner.assume();
    opened.months().stream().map(YearMonth::getYear).distinct().forEach(mapper::addLinePartition);
    owner.release();
    mapper.insertYear(opened, by.username(), now);
    List<LocalDate> months = opened.months().stream().map(month -> month.atDay(1)).toList();
    mapper.insertPeriods(organizationId, year, months);
    mapper.insertSeries(
        organizationId,
        Ledger.SERIES,
        year,
        JournalDigest.genesis(organizationId, Ledger.SERIES, year),
        now);
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "opened",
            "ledger.fiscal-year",
            Integer.toString(year),
            null,
            opened));
    return opened;
  }
}
