package org.countinghouse.server.cli;

import org.countinghouse.errors.BusinessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the command that was asked for and runs it. */
@Command(
    name = "countinghouse",
    description = "A back office: approvals, period-end jobs and integrations you can prove.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      UserCommands.class,
      OrganizationCommands.class,
      JobCommands.class,
      ExchangeCommands.class,
      ReportCommands.class,
      ApprovalCommands.class,
      VerifyBooksCommand.class,
      VerifyCertificateCommand.class
    })
public final class CommandLineEntry implements Runnable {

  /** A business refusal: the command was understood and the answer is no. */
  static final int REFUSED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * Runs the command. The server keeps the process alive; every other command ends it with its exit
   * code.
   */
  public static void run(String[] args) {
    if (ServeCommand.isMeantBy(args)) {
      ServeCommand.serve(args);
      return;
    }
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new CommandLineEntry())
        .setExecutionExceptionHandler(CommandLineEntry::explain);
  }

  /**
   * A refusal is told in one line and its findings; anything else is a defect and shows its trace.
   */
  private static int explain(
      Exception problem, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (problem instanceof BusinessException refusal) {
      commandLine.getErr().println(refusal.code().id() + ": " + refusal.getMessage());
      refusal
          .findings()
          .forEach(
              finding ->
                  commandLine
                      .getErr()
                      .printf("  %s %s: %s%n", finding.place(), finding.code(), finding.message()));
      return REFUSED;
    }
    throw problem;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
