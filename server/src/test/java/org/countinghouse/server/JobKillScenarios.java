package org.countinghouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.countinghouse.server.testing.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job in the middle of its work when the power goes. */
class JobKillScenarios {

  private static final int ENTRIES = 150_000;
  private static final String IMPORT = "from shared.job_runs where job = 'ledger.import-journals'";

  @TempDir Path folder;

  @Test
  void importThatIsKilledInTheMiddleIsFinishedByTheNextStartAlone() throws IOException {
    try (ServerProcess first = ServerProcess.start(folder)) {
      dropJournals(first);
      ServerProcess.await(
          "the import is in the middle",
          () ->
              first.count(
                      "select count(*) from shared.job_steps where done > 0 and finished_at is null")
                  > 0);
      first.kill();
    }
    try (ServerProcess second = ServerProcess.start(folder)) {
      assertThat(second.count("select count(*) " + IMPORT + " and state = 'running'"))
          .as("nobody has touched it by hand")
          .isLessThanOrEqualTo(1);
      ServerProcess.await(
          "the import ends",
          () -> second.count("select count(*) " + IMPORT + " and finished_at is not null") == 1);

      assertThat(second.count("select count(*) " + IMPORT + " and state = 'completed'"))
          .isEqualTo(1);
      assertThat(second.count("select attempts " + IMPORT)).isEqualTo(2);
      assertThat(
              second.count(
                  "select count(*) from finance.journals where source_reference like 'KILL-%'"))
          .as("every journal exactly once")
          .isEqualTo(ENTRIES);
      assertThat(second.count("select count(*) from workflow.act_ru_incident")).isZero();
      assertThat(
              second.count(
                  "select count(*) from workflow.act_hi_procinst where proc_def_key_ = 'job-run' and end_time_ is null"))
          .isZero();
    }
  }

  /** Written beside the folder and moved in, as a careful sender does. */
  private void dropJournals(ServerProcess server) throws IOException {
    Path file = Files.createTempFile(folder, "journals", ".csv");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("entry,date,line,account,debit,credit,currency,source,text\n");
      for (int entry = 1; entry <= ENTRIES; entry++) {
        csv.write("KILL-%d,%s,1,1200,12.34,,GBP,KILL,Takings\n".formatted(entry, today));
        csv.write("KILL-%d,%s,2,1230,,12.34,GBP,KILL,Takings\n".formatted(entry, today));
      }
    }
    Path drop = Files.createDirectories(server.dropFolder("HBUK", "journals"));
    Files.move(file, drop.resolve("takings.csv"), StandardCopyOption.ATOMIC_MOVE);
  }
}
