package org.countinghouse.server.journals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRunFilter;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.journals.Accruals;
import org.countinghouse.journals.RecurringJournals;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests the jobs that post recurring journals and undo accruals, for each organization once on
 * each of its days, and only where something is due. What a run set aside is tried again the next
 * day, and by the month's close.
 */
@Component
class DueJournals {

  private static final String POST_RECURRING = "ledger.post-recurring";
  private static final String REVERSE_ACCRUALS = "ledger.reverse-accruals";
  private static final String UNTIL = "until";

  /** Runs of a day are among the newest. */
  private static final int RUNS_LOOKED_AT = 20;

  private final Organizations organizations;
  private final RecurringJournals recurring;
  private final Accruals accruals;
  private final Jobs jobs;
  private final Clock clock;

  DueJournals(
      Organizations organizations,
      RecurringJournals recurring,
      Accruals accruals,
      Jobs jobs,
      Clock clock) {
    this.organizations = organizations;
    this.recurring = recurring;
    this.accruals = accruals;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Accruals first, so that a month shows the reversal before what recurs. */
  @Transactional
  public void requestDue() {
    for (Organization organization : organizations.list()) {
      UUID id = organization.id();
      LocalDate today = LocalDate.now(clock.withZone(organization.zone()));
      if (!accruals.due(id, today).isEmpty()) {
        requestOnce(REVERSE_ACCRUALS, id, today);
      }
      if (!recurring.due(id, today).isEmpty()) {
        requestOnce(POST_RECURRING, id, today);
      }
    }
  }

  private void requestOnce(String job, UUID organizationId, LocalDate today) {
    Map<String, String> parameters = Map.of(UNTIL, today.toString());
    boolean requested =
        jobs.list(new JobRunFilter(List.of(organizationId), job, null, RUNS_LOOKED_AT)).stream()
            .anyMatch(run -> parameters.equals(run.parameters()));
    if (!requested) {
      jobs.request(new JobRequest(job, organizationId, parameters, Actor.system("schedule")));
    }
  }
}
