package org.countinghouse.server.cli;

import java.util.Arrays;
import org.countinghouse.server.CountinghouseApplication;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code serve}: the server; also what runs when no command is named. */
@Command(
    name = "serve",
    description =
        "Starts the server (the default). Spring options such as --server.port=80 follow.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

  @Unmatched private String[] springArguments = {};

  /** No command at all, {@code serve}, or nothing but Spring's own options. */
  static boolean isMeantBy(String[] args) {
    if (Arrays.asList(args).contains("--help") || Arrays.asList(args).contains("--version")) {
      return false;
    }
    return args.length == 0
        || args[0].equals("serve")
        || Arrays.stream(args).allMatch(arg -> arg.startsWith("--"));
  }

  static void serve(String[] args) {
    String[] springArguments =
        args.length > 0 && args[0].equals("serve")
            ? Arrays.copyOfRange(args, 1, args.length)
            : args;
    SpringApplication.run(CountinghouseApplication.class, springArguments);
  }

  @Override
  public void run() {
    serve(springArguments);
  }
}
