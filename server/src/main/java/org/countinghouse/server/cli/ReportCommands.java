package org.countinghouse.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report …}: financial reports. */
@Command(
    name = "report",
    description = "Financial reports: list, write as a file.",
    mixinStandardHelpOptions = true,
    subcommands = {ReportCommands.Run.class, ReportCommands.ListAll.class})
final class ReportCommands {

  /** The report was written, but its figures cannot be relied on: it says why. */
  private static final int WITH_FINDINGS = 3;

  private ReportCommands() {}

  /** Whose figures. */
  static final class Whose {

    @Option(names = "--organization", paramLabel = "CODE", description = "of this organization")
    private @Nullable String organization;

    @Option(names = "--group", paramLabel = "CODE", description = "of this group")
    private @Nullable String group;

    ReportScope scope(ApplicationContext context) {
      return group == null
          ? ReportScope.of(
              context.getBean(Organizations.class).byCode(organization == null ? "" : organization))
          : context.getBean(Reports.class).group(group);
    }
  }

  @Command(
      name = "run",
      description =
          "Writes a report as a file. Ends with 0 when it is written, with 3 when it is and tells"
              + " findings.",
      mixinStandardHelpOptions = true)
  static final class Run implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "the report, e.g. balance-sheet")
    private String report = "";

    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    @Option(
        names = "--param",
        paramLabel = "KEY=VALUE",
        description = "of the report, e.g. asOf=2026-10-31")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--format", description = "xlsx (default), csv or json")
    private String format = "xlsx";

    @Option(names = "--language", description = "of headings (default: the organization's)")
    private @Nullable String language;

    @Option(
        names = "--output",
        paramLabel = "FILE",
        description = "where to write (default: the report's own name, here)")
    private @Nullable Path output;

    @Override
    public Integer call() {
      return application.run(this::write);
    }

    private int write(ApplicationContext context) {
      Reports reports = context.getBean(Reports.class);
      ReportFormat wanted = ReportFormat.named(format);
      ReportScope scope = whose.scope(context);
      Locale locale = language == null ? scope.locale() : Locale.forLanguageTag(language);
      Reports.Prepared prepared = reports.prepare(report, scope, parameters, locale);
      Path file = output == null ? Path.of(reports.fileName(prepared.frame(), wanted)) : output;
      String hash;
      try (OutputStream out = Files.newOutputStream(file)) {
        hash = reports.write(prepared, wanted, out);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
      PrintWriter to = spec.commandLine().getOut();
      to.printf("%s written, content hash %s%n", file, hash);
      for (Note finding : prepared.frame().findings()) {
        to.printf("%s: %s%n", finding.code(), finding.text());
      }
      return prepared.frame().findings().isEmpty() ? 0 : WITH_FINDINGS;
    }
  }

  @Command(
      name = "list",
      description = "Every report and the parameters it takes.",
      mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      return application.run(
          context -> {
            PrintWriter out = spec.commandLine().getOut();
            for (Report report : context.getBean(Reports.class).list()) {
              out.printf("%-28s %s%n", report.name(), String.join(" ", report.parameters()));
            }
            return 0;
          });
    }
  }
}
