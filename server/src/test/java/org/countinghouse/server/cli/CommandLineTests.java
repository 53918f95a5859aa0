package org.countinghouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "user create",
        "user list",
        "organization create",
        "organization list",
        "job run",
        "job list",
        "job show",
        "job restart",
        "exchange list",
        "exchange show",
        "exchange replay",
        "report run",
        "report list",
        "approvals simulate",
        "verify-books",
        "verify-certificate"
      })
  void everyCommandExplainsItself(String command) {
    var out = new StringWriter();
    int exitCode =
        CommandLineEntry.commandLine()
            .setOut(new PrintWriter(out))
            .execute((command + " --help").split(" "));
    assertThat(exitCode).isZero();
    assertThat(out.toString()).contains("Usage: countinghouse " + command);
  }

  @Test
  void unknownCommandFailsAndSaysWhichThereAre() {
    var err = new StringWriter();
    int exitCode =
        CommandLineEntry.commandLine().setErr(new PrintWriter(err)).execute("verify-boks");
    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("verify-books");
  }

  @Test
  void springsOwnOptionsMeanTheServer() {
    assertThat(ServeCommand.isMeantBy(new String[] {})).isTrue();
    assertThat(ServeCommand.isMeantBy(new String[] {"--server.port=80"})).isTrue();
    assertThat(ServeCommand.isMeantBy(new String[] {"serve"})).isTrue();
    assertThat(ServeCommand.isMeantBy(new String[] {"job", "list"})).isFalse();
    assertThat(ServeCommand.isMeantBy(new String[] {"--help"})).isFalse();
  }
}
