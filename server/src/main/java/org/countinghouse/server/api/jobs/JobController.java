package org.countinghouse.server.api.jobs;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobRunFilter;
import org.countinghouse.jobs.JobState;
import org.countinghouse.jobs.JobStep;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.JobsError;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.api.jobs.JobViews.RunView;
import org.countinghouse.server.api.jobs.JobViews.StartJob;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.jobs.JobRetries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Job runs: ask for one, watch it, let a failed one go on. */
@RestController
@RequestMapping("/api/jobs")
class JobController {

  private static final String READ = "jobs.run:read";
  private static final String START = "jobs.run:start";
  private static final String RESTART = "jobs.run:restart";
  private static final int ROW_ERRORS_MAX = 500;

  private final Jobs jobs;
  private final JobRunner runner;
  private final JobRetries retries;
  private final Organizations organizations;

  JobController(Jobs jobs, JobRunner runner, JobRetries retries, Organizations organizations) {
    this.jobs = jobs;
    this.runner = runner;
    this.retries = retries;
    this.organizations = organizations;
  }

  /** The names of all jobs. */
  @GetMapping
  Set<String> names() {
    return new TreeSet<>(runner.jobs());
  }

  /**
   * Asks for a run. It is carried by the process {@code job-run}; its state is told by {@code GET
   * /api/jobs/runs/{id}}.
   */
  @PostMapping("/{name}/runs")
  ResponseEntity<RunView> start(
      @PathVariable String name,
      @RequestParam String organization,
      @RequestBody(required = false) @Nullable StartJob body,
      Caller caller) {
    Organization whose = caller.organization(organization, START);
    if (!runner.jobs().contains(name)) {
      throw JobsError.UNKNOWN_JOB.with(name);
    }
    Map<String, String> parameters =
        body == null || body.parameters() == null ? Map.of() : body.parameters();
    JobRun run = jobs.request(new JobRequest(name, whose.id(), parameters, caller.actor()));
    return accepted(run, whose.code());
  }

  /** The newest runs the caller may see. */
  @GetMapping("/runs")
  List<RunView> list(
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(required = false) @Nullable String job,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    List<Organization> visible =
        organization == null
            ? caller.organizations().stream()
                .filter(mine -> caller.isPermitted(READ, mine.id()))
                .toList()
            : List.of(caller.organization(organization, READ));
    Map<UUID, String> codes =
        visible.stream().collect(Collectors.toMap(Organization::id, Organization::code));
    var filter =
        new JobRunFilter(
            List.copyOf(codes.keySet()), job, state == null ? null : JobState.of(state), limit);
    List<JobRun> runs = jobs.list(filter);
    Map<UUID, List<JobStep>> steps = jobs.steps(runs.stream().map(JobRun::id).toList());
    return runs.stream()
        .map(
            run ->
                RunView.of(
                    run,
                    String.valueOf(codes.get(run.organizationId())),
                    steps.getOrDefault(run.id(), List.of()),
                    List.of()))
        .toList();
  }

  /** One run with its steps and the first rows that were set aside. */
  @GetMapping("/runs/{id}")
  RunView run(@PathVariable UUID id, Caller caller) {
    JobRun run = permitted(id, READ, caller);
    return RunView.of(
        run,
        organizations.byId(run.organizationId()).code(),
        jobs.steps(id),
        jobs.rowErrors(id, ROW_ERRORS_MAX));
  }

  /** Lets a failed run go on where it stopped. */
  @PostMapping("/runs/{id}/retries")
  ResponseEntity<RunView> retry(@PathVariable UUID id, Caller caller) {
    JobRun failed = permitted(id, RESTART, caller);
    return accepted(retries.retry(id), organizations.byId(failed.organizationId()).code());
  }

  /** A run of somebody else's organization is as unknown as one that never was. */
  private JobRun permitted(UUID id, String permission, Caller caller) {
    JobRun run = jobs.get(id);
    boolean foreign =
        caller.organizations().stream().noneMatch(own -> own.id().equals(run.organizationId()));
    if (foreign) {
      throw JobsError.UNKNOWN_RUN.with(id);
    }
    caller.require(permission, run.organizationId());
    return run;
  }

  private static ResponseEntity<RunView> accepted(JobRun run, String organization) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/jobs/runs/" + run.id()))
        .body(RunView.of(run, organization, List.of(), List.of()));
  }
}
