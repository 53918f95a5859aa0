package org.countinghouse.approvals.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.PastApproval;
import org.countinghouse.calendar.BusinessCalendar;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides past requests again by a draft. Amount, cost centre, inputs, makers and times are those
 * of then; who holds which role and limit is as of today, because the draft would be for the people
 * there are.
 */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class PolicySimulation {

  private static final int YEARS_MAX = 5;

  private final ApprovalHistory history;
  private final Access access;
  private final ApprovalLimits limits;
  private final Organizations organizations;
  private final Clock clock;

  PolicySimulation(
      ApprovalHistory history,
      Access access,
      ApprovalLimits limits,
      Organizations organizations,
      Clock clock) {
    this.history = history;
    this.access = access;
    this.limits = limits;
    this.organizations = organizations;
    this.clock = clock;
  }

  /**
   * What the draft would have meant for the requests made in a period.
   *
   * @param from first day, in each organization's zone
   * @param to last day, included
   * @throws BusinessException {@code approvals.period-invalid}, and what the draft refuses
   */
  public SimulationReport run(
      DraftPolicy draft, List<Organization> where, LocalDate from, LocalDate to) {
    if (from.isAfter(to) || to.isAfter(from.plusYears(YEARS_MAX))) {
      throw SimulationError.PERIOD_INVALID.with(from, to);
    }
    List<PastApproval> past = new ArrayList<>();
    Map<UUID, BusinessCalendar> calendars = new HashMap<>();
    Map<UUID, String> codes = new HashMap<>();
    for (Organization organization : where) {
      Instant begin = from.atStartOfDay(organization.zone()).toInstant();
      Instant end = to.plusDays(1).atStartOfDay(organization.zone()).toInstant();
      past.addAll(history.past(organization.id(), draft.subjectType(), begin, end));
      calendars.put(organization.id(), organizations.calendar(organization.id()));
      codes.put(organization.id(), organization.code());
    }
    Times times = new Times(past, calendars);
    Replay replay = new Replay(draft, new Staffing(access, limits), times, codes);
    List<SimulationReport.Outcome> outcomes = past.stream().map(replay::outcome).toList();
    return new SimulationReport(
        draft.name(),
        draft.subjectType(),
        where.stream().map(Organization::code).sorted().toList(),
        from,
        to,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        Tally.summary(outcomes, past),
        outcomes,
        Tally.roles(outcomes, past, times),
        Tally.people(outcomes, past));
  }
}
