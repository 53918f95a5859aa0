package org.countinghouse.server.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobRunFilter;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.jobs.JobRetries;
import org.countinghouse.workflows.jobs.JobWorker;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code job …}: what runs in batches. */
@Command(
    name = "job",
    description = "Batch jobs: start, look at, restart.",
    mixinStandardHelpOptions = true,
    subcommands = {
      JobCommands.Run.class,
      JobCommands.ListNewest.class,
      JobCommands.Show.class,
      JobCommands.Restart.class
    })
final class JobCommands {

  private static final int ROW_ERRORS_SHOWN = 100;

  /** The run is complete, but rows were set aside: a script must not take that for success. */
  private static final int WITH_EXCEPTIONS = 3;

  private JobCommands() {}

  @Command(
      name = "run",
      description =
          "Starts a job. A running server takes it; with --wait this command works on it where no server does, and ends with 0 only when it completed, with 3 when rows were set aside.",
      mixinStandardHelpOptions = true)
  static final class Run implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "the job, e.g. ledger.prove-balances")
    private String job = "";

    @Option(
        names = "--organization",
        paramLabel = "CODE",
        required = true,
        description = "for whom")
    private String organization = "";

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "the month")
    private @Nullable String period;

    @Option(names = "--param", paramLabel = "KEY=VALUE", description = "further parameters")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--wait", description = "wait for the end and tell how it ended")
    private boolean wait;

    @Override
    public Integer call() {
      Map<String, String> all = new LinkedHashMap<>(parameters);
      if (period != null) {
        all.put("period", period);
      }
      return application.run(
          context -> {
            Organization of = context.getBean(Organizations.class).byCode(organization);
            JobRun run =
                context
                    .getBean(Jobs.class)
                    .request(new JobRequest(job, of.id(), all, Actor.system("command-line")));
            if (!wait) {
              spec.commandLine().getOut().printf("Run %s of %s requested.%n", run.id(), job);
              return 0;
            }
            return end(context, run, spec.commandLine().getOut());
          });
    }
  }

  @Command(
      name = "restart",
      description = "Restarts a failed run where it stopped, and waits for its end.",
      mixinStandardHelpOptions = true)
  static final class Restart implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "the run")
    private UUID id = new UUID(0, 0);

    @Override
    public Integer call() {
      return application.run(
          context ->
              end(
                  context,
                  context.getBean(JobRetries.class).retry(id),
                  spec.commandLine().getOut()));
    }
  }

  @Command(name = "list", description = "The newest runs.", mixinStandardHelpOptions = true)
  static final class ListNewest implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--organization", paramLabel = "CODE", description = "only of this one")
    private @Nullable String organization;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      return application.run(
          context -> {
            Organizations organizations = context.getBean(Organizations.class);
            List<UUID> of =
                (organization == null
                        ? organizations.list()
                        : List.of(organizations.byCode(organization)))
                    .stream().map(Organization::id).toList();
            for (JobRun run : context.getBean(Jobs.class).list(JobRunFilter.of(of))) {
              out.printf(
                  "%s  %s  %-6s %-28s %s%n",
                  run.id(),
                  run.requestedAt(),
                  organizations.byId(run.organizationId()).code(),
                  run.job(),
                  run.state().text());
            }
            return 0;
          });
    }
  }

  @Command(
      name = "show",
      description = "One run: state, steps, rows set aside.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "the run")
    private UUID id = new UUID(0, 0);

    @Override
    public Integer call() {
      return application.run(
          context -> {
            Jobs jobs = context.getBean(Jobs.class);
            print(jobs, jobs.get(id), spec.commandLine().getOut());
            return 0;
          });
    }
  }

  private static int end(ApplicationContext context, JobRun run, PrintWriter out) {
    try {
      JobRun ended = context.getBean(JobWorker.class).workOn(run.id());
      print(context.getBean(Jobs.class), ended, out);
      return switch (ended.state()) {
        case COMPLETED -> 0;
        case COMPLETED_WITH_EXCEPTIONS -> WITH_EXCEPTIONS;
        case REQUESTED, RUNNING, FAILED -> CommandLineEntry.REFUSED;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandLineEntry.REFUSED;
    }
  }

  private static void print(Jobs jobs, JobRun run, PrintWriter out) {
    out.printf("run         %s%n", run.id());
    out.printf("job         %s %s%n", run.job(), run.parameters());
    out.printf("state       %s%n", run.state().text());
    out.printf("requested   %s by %s%n", run.requestedAt(), run.requestedBy().username());
    out.printf("started     %s%n", run.startedAt() == null ? "-" : run.startedAt());
    out.printf("finished    %s%n", run.finishedAt() == null ? "-" : run.finishedAt());
    if (run.error() != null) {
      out.printf("error       %s%n", run.error());
    }
    jobs.steps(run.id())
        .forEach(
            step ->
                out.printf(
                    "step        %-24s %d of %s%n",
                    step.step(),
                    step.done(),
                    step.expected() == null ? "unknown" : step.expected()));
    jobs.rowErrors(run.id(), ROW_ERRORS_SHOWN)
        .forEach(
            error ->
                out.printf(
                    "set aside   %s %s: %s%n", error.place(), error.code(), error.message()));
  }
}
