package org.countinghouse.server.reporting;

import java.util.Map;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.reporting.ReportSchedules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns reports that are due into job runs, in one transaction: none is lost, none made twice. */
@Component
public class DueReports {

  private static final String JOB = "reporting.run-report";

  private final ReportSchedules schedules;
  private final Jobs jobs;

  DueReports(ReportSchedules schedules, Jobs jobs) {
    this.schedules = schedules;
    this.jobs = jobs;
  }

  /** Asks for a run of everything that is due by now, and says how many there were. */
  @Transactional
  public int requestDue() {
    var due = schedules.takeDue();
    due.forEach(this::request);
    return due.size();
  }

  /** Asks for the run of a delivery; its schedule's maker answers for it. */
  @Transactional
  public JobRun request(ReportSchedules.Due due) {
    return jobs.request(
        new JobRequest(
            JOB,
            due.schedule().organizationId(),
            Map.of("delivery", due.delivery().id().toString()),
            Actor.of(due.schedule().createdBy())));
  }
}
