package org.countinghouse.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.certificate.CertificateVerifier;
import org.countinghouse.close.certificate.ExportedTrialBalance;
import org.countinghouse.close.certificate.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verify-certificate}: whether a close certificate holds, against the books or an export.
 */
@Command(
    name = "verify-certificate",
    description = {
      "Checks a close certificate: signature, key, and figures.",
      "Against this installation's books, or without any database against an exported trial balance.",
      "Ends with 0 when it holds, 1 when file or figures were changed, 2 when it cannot be read, 3 when the key is unknown."
    },
    mixinStandardHelpOptions = true)
final class VerifyCertificateCommand implements Callable<Integer> {

  @Mixin private Application application = new Application();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the certificate")
  private Path file = Path.of("");

  @ArgGroup(exclusive = false)
  private @Nullable Offline offline;

  @Override
  public Integer call() throws IOException {
    Verification verification = verify();
    PrintWriter out = spec.commandLine().getOut();
    out.println(verification.subject());
    verification
        .checks()
        .forEach(
            check ->
                out.printf(
                    "%-11s %-22s %s%n",
                    check.holds() ? "ok" : check.verdict(), check.name(), check.detail()));
    out.printf("%n%s%n", verification.verdict());
    return verification.verdict().exitCode();
  }

  private Verification verify() throws IOException {
    Offline elsewhere = offline;
    if (elsewhere == null) {
      return application.run(context -> context.getBean(CloseCertificates.class).verify(file));
    }
    return CertificateVerifier.trusting(elsewhere.publicKey)
        .verify(file, new ExportedTrialBalance(elsewhere.trialBalance));
  }

  /** What takes the place of the database. */
  static final class Offline {

    @Option(
        names = "--trial-balance",
        required = true,
        paramLabel = "CSV",
        description = "the exported trial balance of the month")
    private Path trialBalance = Path.of("");

    @Option(
        names = "--public-key",
        required = true,
        paramLabel = "PEM",
        description = "the key that signs, as its installation publishes it")
    private Path publicKey = Path.of("");
  }
}
