package org.countinghouse.server.fiscalyear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.samples.SampleAssets;
import org.countinghouse.samples.SampleCompany;
import org.countinghouse.server.testing.Desk;
import org.countinghouse.server.testing.ServerProcess;

/** One company's year: its files dropped, its assets entered, its months closed and opened. */
final class Company {

  private final SampleCompany sample;
  private final int year;
  private final int size;
  private final ServerProcess server;
  private final Path files;
  private final Desk desk;

  Company(SampleCompany sample, int year, int size, ServerProcess server, Path data) {
    this.sample = sample;
    this.year = year;
    this.size = size;
    this.server = server;
    this.files = data.resolve("demo/year").resolve(sample.code());
    this.desk = new Desk(server);
  }

  String code() {
    return sample.code();
  }

  /** The register of fixed assets, with everything the year will buy. */
  void enterAssets() {
    for (SampleAssets.Category category : SampleAssets.categories(sample)) {
      desk.post("controller", of("/api/assets/categories"), body(category));
    }
    desk.post("accountant", of("/api/assets/imports"), SampleAssets.csv(sample, year, size));
  }

  private static Map<String, Object> body(SampleAssets.Category category) {
    return Map.of(
        "code", category.code(),
        "name", category.name(),
        "costAccount", category.costAccount(),
        "depreciationAccount", category.depreciationAccount(),
        "expenseAccount", category.expenseAccount(),
        "method", "STRAIGHT_LINE",
        "lifeMonths", category.lifeMonths());
  }

  /** Drops the month's file and waits for its one outcome. */
  void post(YearMonth month) {
    String name = "journals-" + month + ".csv";
    Path folder = server.dropFolder(code(), "journals");
    try {
      Path beside = Files.copy(files.resolve(name), folder.resolveSibling(code() + name));
      Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerProcess.await(name + " of " + code() + " is accepted", () -> isAccepted(folder, name));
  }

  private static boolean isAccepted(Path folder, String name) {
    Path report = folder.resolve(".rejected").resolve(name + ".report.txt");
    if (Files.exists(report)) {
      try {
        throw new AssertionError(Files.readString(report));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Files.exists(folder.resolve(".done").resolve(name));
  }

  /** Closes a month through the process, by two people, and waits for its certificate. */
  String close(YearMonth month) {
    int before = certificates(month).size();
    String path = of("/api/close/periods/" + month + "/closings");
    String number = desk.post("accountant", path, "").get("number").asText();
    desk.complete(
        "accountant",
        code(),
        number,
        "Task_ReviewTrialBalance",
        Map.of("reviewDecision", "SUBMIT"));
    desk.complete("cfo", code(), number, "Task_DecideApproval", Map.of("decision", "APPROVE"));
    ServerProcess.await(
        number + " of " + code() + " is certified", () -> certificates(month).size() > before);
    return number;
  }

  /** The certificates of a month, newest first. */
  JsonNode certificates(YearMonth month) {
    return desk.get("accountant", of("/api/close/periods/" + month + "/certificates"))
        .get("certificates");
  }

  /** Whether the newest certificate says what the books say. */
  boolean isCertified(YearMonth month) {
    return desk.get("accountant", of("/api/close/periods/" + month + "/certificates"))
        .get("current")
        .asBoolean();
  }

  /** Saves the newest certificate's file. */
  Path save(YearMonth month, Path folder) {
    JsonNode newest = certificates(month).get(0);
    try {
      return Files.writeString(
          folder.resolve(code() + "-" + newest.get("number").asText() + ".json"),
          desk.as("accountant").get(newest.get("file").asText()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has a month opened again by two people. */
  void reopen(YearMonth month, String reason) {
    String path = of("/api/close/periods/" + month + "/reopenings");
    String until =
        Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    String number =
        desk.post("accountant", path, Map.of("reason", reason, "expiresAt", until))
            .get("number")
            .asText();
    desk.complete("cfo", code(), number, "Task_DecideApproval", Map.of("decision", "APPROVE"));
    ServerProcess.await(
        month + " of " + code() + " is open",
        () ->
            server.count(
                    "select count(*) from finance.periods p join shared.organizations o on o.id ="
                        + " p.organization_id where o.code = '%s' and p.period = '%s' and p.state ="
                            .formatted(code(), month.atDay(1))
                        + " 'OPEN'")
                == 1);
  }

  /** Posts something that came late. */
  void journal(LocalDate day, String reference, String debit, String credit, String amount) {
    Map<String, Object> debited = Map.of("account", debit, "debit", amount, "costCentre", "CC100");
    Map<String, Object> credited = Map.of("account", credit, "credit", amount);
    desk.post(
        "accountant",
        of("/api/ledger/journals"),
        Map.of(
            "postingDate",
            day.toString(),
            "description",
            "Came late: " + reference,
            "reference",
            reference,
            "lines",
            List.of(debited, credited)));
  }

  /** Exports everything up to a day as text; another program must read the balances we state. */
  void compareWithHledger(LocalDate asOf, Path folder) {
    Path journal = folder.resolve(code() + ".journal");
    String path = of("/api/reporting/ledger-export") + "&format=hledger&to=" + asOf;
    try {
      Files.writeString(journal, desk.as("accountant").get(path).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, BigDecimal> ours = new TreeMap<>();
    for (JsonNode row :
        desk.get("accountant", of("/api/ledger/trial-balance") + "&asOf=" + asOf).get("rows")) {
      BigDecimal balance = new BigDecimal(row.get("balance").asText());
      if (balance.signum() != 0) {
        ours.put(row.get("account").asText(), balance);
      }
    }
    if (Hledger.isInstalled()) {
      assertThat(Hledger.balances(journal))
          .usingRecursiveComparison()
          .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .isEqualTo(ours);
    }
  }

  private String of(String path) {
    return path + "?organization=" + code();
  }
}
