package org.countinghouse.server.fiscalyear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The balances another program reads from our exported text. */
final class Hledger {

  private Hledger() {}

  /** Whether the program is installed. */
  static boolean isInstalled() {
    try {
      return run(List.of("hledger", "--version")).startsWith("hledger");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** What every account holds at cost, in base currency, by its code; zero balances left out. */
  static Map<String, BigDecimal> balances(Path journal) {
    run(List.of("hledger", "-f", journal.toString(), "check"));
    String csv =
        run(List.of("hledger", "-f", journal.toString(), "bal", "--flat", "-N", "-B", "-O", "csv"));
    Map<String, BigDecimal> balances = new TreeMap<>();
    csv.lines()
        .skip(1)
        .forEach(
            line -> {
              int comma = line.lastIndexOf("\",\"");
              String name = line.substring(1, comma);
              String account = name.substring(name.indexOf(':') + 1).split(" ")[0];
              String amount = line.substring(comma + 3, line.length() - 1).split(" ")[0];
              balances.put(account, new BigDecimal(amount));
            });
    return balances;
  }

  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
