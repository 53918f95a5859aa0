package org.countinghouse.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.countinghouse.approvals.simulation.PolicySimulation;
import org.countinghouse.approvals.simulation.SimulationReport;
import org.countinghouse.approvals.simulation.SimulationReport.Change;
import org.countinghouse.approvals.simulation.SimulationReport.Summary;
import org.countinghouse.approvals.simulation.SimulationWorkbook;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.simulation.DraftTables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code approvals …}: policies of approval. */
@Command(
    name = "approvals",
    description = "Approvals: try another table on past decisions.",
    mixinStandardHelpOptions = true,
    subcommands = ApprovalCommands.Simulate.class)
final class ApprovalCommands {

  private ApprovalCommands() {}

  @Command(
      name = "simulate",
      description =
          "Decides past requests again by a table that is a draft: who would have been asked, what"
              + " nobody would have been asked, what nobody could decide, how many more hours."
              + " Changes nothing.",
      mixinStandardHelpOptions = true)
  static final class Simulate implements Callable<Integer> {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--table",
        required = true,
        paramLabel = "FILE.dmn",
        description = "one decision table, its id <subject>-approval-levels")
    private Path table = Path.of("");

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DAY",
        description = "first day on which requests were made, e.g. 2026-01-01")
    private LocalDate from = LocalDate.MIN;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "last day, included")
    private LocalDate to = LocalDate.MIN;

    @Option(
        names = "--organization",
        paramLabel = "CODE",
        description = "of this organization only (default: all)")
    private @Nullable String organization;

    @Option(
        names = "--output",
        paramLabel = "FILE.xlsx",
        description = "the workbook (default: simulation-<subject>-<from>-<to>.xlsx, here)")
    private @Nullable Path output;

    @Option(names = "--language", description = "of the workbook: en (default) or de")
    private String language = "en";

    @Override
    public Integer call() {
      return application.run(this::simulate);
    }

    private int simulate(ApplicationContext context) {
      Organizations organizations = context.getBean(Organizations.class);
      List<Organization> where =
          organization == null ? organizations.list() : List.of(organizations.byCode(organization));
      SimulationReport report =
          context
              .getBean(PolicySimulation.class)
              .run(
                  context.getBean(DraftTables.class).read(table.getFileName().toString(), bytes()),
                  where,
                  from,
                  to);
      Path file =
          output == null
              ? Path.of("simulation-%s-%s-%s.xlsx".formatted(report.subjectType(), from, to))
              : output;
      try {
        Files.write(
            file,
            SimulationWorkbook.of(report, Locale.forLanguageTag(language), where.get(0).zone()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
      print(report, file);
      return 0;
    }

    private byte[] bytes() {
      try {
        return Files.readAllBytes(table);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + table, e);
      }
    }

    private void print(SimulationReport report, Path file) {
      PrintWriter out = spec.commandLine().getOut();
      Summary sums = report.summary();
      out.printf(
          "%s on %d requests (%s) of %s, %s to %s%n",
          report.table(),
          sums.requests(),
          report.subjectType(),
          String.join(", ", report.organizations()),
          report.from(),
          report.to());
      for (Change change : Change.values()) {
        out.printf(
            "  %-30s %6d%n",
            switch (change) {
              case SAME -> "asked at the same levels";
              case MORE -> "asked at more levels";
              case FEWER -> "asked at fewer levels";
              case OTHER -> "asked of others";
              case TOUCHLESS -> "nobody asked (touchless)";
            },
            sums.changes().getOrDefault(change, 0));
      }
      out.printf("  %-30s %6d, was %d%n", "decisions asked for", sums.wouldAsk(), sums.asked());
      out.printf(
          "  %-30s %s, was %s: %s more%n",
          "working hours (estimated)",
          hours(sums.wouldTake()),
          hours(sums.took()),
          hours(sums.difference()));
      out.printf(
          "  %-30s %6d, was %d%n", "nobody could finish", sums.problems(), sums.problemsBefore());
      sums.problemsByKind()
          .forEach((problem, count) -> out.printf("    %-28s %6d%n", problem, count));
      out.printf("  %-30s %6d%n", "nobody's limit counts", sums.nobodyBinds());
      out.printf("  %-30s %6d%n", "rejections lost", sums.rejectionsLost());
      if (sums.withoutInputs() > 0) {
        out.printf("  %-30s %6d%n", "older than the inputs", sums.withoutInputs());
      }
      out.printf("Written: %s%n", file);
      out.flush();
    }

    private static String hours(Duration time) {
      return BigDecimal.valueOf(time.toMinutes())
          .divide(MINUTES_PER_HOUR, 1, RoundingMode.HALF_UP)
          .toPlainString();
    }
  }
}
