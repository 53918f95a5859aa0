package org.countinghouse.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Asks programs nobody here wrote what the balances are. Where they are missing, says so. */
public final class PlainTextPrograms {

  private PlainTextPrograms() {}

  /**
   * Balances by account code, zero ones left out.
   *
   * @param inBase everything, at cost
   * @param perCurrency by currency, as amounts stand
   */
  public record Balances(
      Map<String, BigDecimal> inBase, Map<String, Map<String, BigDecimal>> perCurrency) {

    /** Balances of one currency by account. */
    public Map<String, BigDecimal> of(String currency) {
      return perCurrency.getOrDefault(currency, Map.of());
    }
  }

  /** What hledger says. */
  public static Balances hledger(Path journal) throws IOException, InterruptedException {
    require("hledger");
    Map<String, BigDecimal> inBase = new TreeMap<>();
    Map<String, Map<String, BigDecimal>> perCurrency = new TreeMap<>();
    String[] balance = {
      "hledger",
      "-f",
      journal.toString(),
      "balance",
      "--flat",
      "--no-total",
      "--layout=bare",
      "-O",
      "csv",
      "-N"
    };
    for (NamedCsvRecord row : records(run(with(balance, "-B")))) {
      put(inBase, code(row.getField("account")), row.getField("balance"));
    }
    for (NamedCsvRecord row : records(run(balance))) {
      put(
          perCurrency.computeIfAbsent(row.getField("commodity"), c -> new TreeMap<>()),
          code(row.getField("account")),
          row.getField("balance"));
    }
    return new Balances(inBase, perCurrency);
  }

  /** What beancount says, after its own check of the file. */
  public static Balances beancount(Path file, String base)
      throws IOException, InterruptedException {
    require("bean-query");
    assertThat(run("bean-check", file.toString())).isEmpty();
    Map<String, BigDecimal> inBase = new TreeMap<>();
    Map<String, Map<String, BigDecimal>> perCurrency = new TreeMap<>();
    String query =
        "select account, currency, sum(number) as amount, sum(number(weight)) as base group by"
            + " account, currency";
    for (NamedCsvRecord row :
        records(run("bean-query", "-f", "csv", "-m", file.toString(), query))) {
      String code = row.getField(0).strip().replaceFirst("^[A-Za-z]+:", "");
      put(
          perCurrency.computeIfAbsent(row.getField(1).strip(), c -> new TreeMap<>()),
          code,
          row.getField(2).strip());
      put(inBase, code, row.getField(3).strip());
    }
    return new Balances(inBase, perCurrency);
  }

  private static String code(String account) {
    return account.replaceFirst("^[A-Za-z]+:", "").replaceFirst(" .*", "");
  }

  private static void put(Map<String, BigDecimal> balances, String code, String amount) {
    BigDecimal sum =
        balances
            .getOrDefault(code, BigDecimal.ZERO)
            .add(new BigDecimal(amount))
            .stripTrailingZeros();
    if (sum.signum() == 0) {
      balances.remove(code);
    } else {
      balances.put(code, sum);
    }
  }

  private static List<NamedCsvRecord> records(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private static String[] with(String[] command, String option) {
    String[] longer = Arrays.copyOf(command, command.length + 1);
    longer[command.length] = option;
    return longer;
  }

  private static void require(String program) {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Path.of(directory, program).toFile().canExecute());
    if (!installed) {
      System.out.println("Skipped: balances by " + program + ", because it is not installed");
      Assumptions.abort(program + " is not installed");
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
