package org.countinghouse.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify-books}: every invariant of the books, by plain SQL over the whole database. */
@Command(
    name = "verify-books",
    description = "Proves the books by plain SQL. Ends with 0 only when every check holds.",
    mixinStandardHelpOptions = true)
final class VerifyBooksCommand implements Callable<Integer> {

  @Mixin private Application application = new Application();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<CheckResult> results =
        application.run(context -> context.getBean(BookVerifier.class).verify());
    PrintWriter out = spec.commandLine().getOut();
    results.forEach(result -> print(out, result));
    long broken = results.stream().filter(result -> !result.holds()).count();
    if (broken == 0) {
      out.printf("%nThe books hold: %d checks.%n", results.size());
      return 0;
    }
    out.printf("%nThe books do not hold: %d of %d checks failed.%n", broken, results.size());
    return CommandLineEntry.REFUSED;
  }

  private static void print(PrintWriter out, CheckResult result) {
    out.printf(
        "%-6s %-44s %s%n", result.holds() ? "ok" : "FAILED", result.check(), result.proves());
    result.violations().forEach(violation -> out.printf("         %s%n", violation));
    if (!result.isComplete()) {
      out.printf("         and more%n");
    }
  }
}
