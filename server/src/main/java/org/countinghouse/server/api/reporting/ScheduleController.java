package org.countinghouse.server.api.reporting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.ReportSchedule;
import org.countinghouse.reporting.ReportSchedules;
import org.countinghouse.reporting.ReportingError;
import org.countinghouse.server.reporting.DueReports;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports that are made by themselves. */
@RestController
@RequestMapping("/api/reporting/schedules")
class ScheduleController {

  private static final String READ = "reporting.report:read";
  private static final String MANAGE = "reporting.schedule:manage";
  private static final int DELIVERIES_MAX = 100;

  private final ReportSchedules schedules;
  private final DueReports dueReports;

  ScheduleController(ReportSchedules schedules, DueReports dueReports) {
    this.schedules = schedules;
    this.dueReports = dueReports;
  }

  /**
   * A schedule to be made.
   *
   * @param parameters of the report; days may be said in relation to today, with an at sign before
   *     today, yesterday, month-start, previous-month-start, previous-month-end, year-start
   * @param cron six fields, seconds first, in the organization's zone
   */
  record ScheduleBody(
      @NotBlank @Size(max = 100) String name,
      @NotBlank String report,
      @Nullable String format,
      @Nullable String language,
      @Nullable Map<String, String> parameters,
      @NotBlank String cron) {

    ReportSchedule.Wish wish(Organization organization) {
      return new ReportSchedule.Wish(
          name,
          report,
          ReportFormat.named(format == null ? "xlsx" : format),
          language == null ? organization.locale().toLanguageTag() : language,
          parameters == null ? Map.of() : parameters,
          cron);
    }
  }

  @GetMapping
  List<ReportSchedule> list(@RequestParam String organization, Caller caller) {
    return schedules.list(caller.organization(organization, READ).id());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ReportSchedule create(
      @RequestParam String organization, @RequestBody @Valid ScheduleBody body, Caller caller) {
    Organization whose = caller.organization(organization, MANAGE);
    caller.require(READ, whose.id());
    return schedules.create(whose.id(), body.wish(whose), caller.actor());
  }

  /** When the schedule was due and what came of it. */
  @GetMapping("/{id}/deliveries")
  List<ReportSchedule.Delivery> deliveries(@PathVariable UUID id, Caller caller) {
    caller.require(READ, required(id).organizationId());
    return schedules.deliveries(id, DELIVERIES_MAX);
  }

  /** Makes the report now, besides its times. */
  @PostMapping("/{id}/runs")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobRun run(@PathVariable UUID id, Caller caller) {
    caller.require(MANAGE, required(id).organizationId());
    return schedules
        .takeNow(id)
        .map(dueReports::request)
        .orElseThrow(() -> ReportingError.SCHEDULE_UNKNOWN.with(id));
  }

  /** Ends the schedule. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, Caller caller) {
    caller.require(MANAGE, required(id).organizationId());
    schedules.end(id, caller.actor());
  }

  private ReportSchedule required(UUID id) {
    return schedules.find(id).orElseThrow(() -> ReportingError.SCHEDULE_UNKNOWN.with(id));
  }
}
