package org.countinghouse.batch.ledger.importjournals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.countinghouse.access.Actor;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.documents.Documents;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.JournalFiles;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ImportJournalsJobTests {

  private static final String GOOD =
      """
      A-1,2025-03-10,1,6200,100.00,,EUR,,,CC100,GL,Paper
      A-1,2025-03-10,2,1010,,100.00,EUR,,,,GL,Paper
      """;

  @Autowired Books books;
  @Autowired Ledger ledger;
  @Autowired Inbox inbox;
  @Autowired Documents documents;
  @Autowired Jobs jobs;
  @Autowired JobRunner runner;
  @Autowired JdbcTemplate jdbc;
  @Autowired OwnerRole owner;
  @Autowired TransactionTemplate transaction;

  private UUID org = Ids.next();

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void goodFileIsPostedAndItsDocumentAccepted() {
    InboxDocument document = received(JournalFiles.HEADER + GOOD);
    JobRun run = importing(document);

    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(inbox.show(document.id()).document().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(1);
    assertThat(jobs.rowErrors(run.id(), 10)).isEmpty();
    assertThat(jobs.steps(run.id()))
        .extracting(step -> step.step() + " " + step.done() + "/" + step.expected())
        .containsExactly("ledger.import-journals/import-file 2/2");
  }

  @Test
  void badFileIsRejectedWithEveryFinding() {
    InboxDocument document = received(JournalFiles.HEADER + GOOD.replace("6200", "9999"));
    JobRun run = importing(document);

    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(inbox.show(document.id()).document().state()).isEqualTo(InboxState.REJECTED);
    assertThat(inbox.show(document.id()).errors()).hasSize(1);
    assertThat(jobs.rowErrors(run.id(), 10))
        .extracting(RowError::place, RowError::code)
        .containsExactly(Tuple.tuple("line 2", "ledger.account-unknown"));
    assertThat(ledger.chainHead(org, 2025).journals()).isZero();
  }

  @Test
  void runThatIsStartedAgainChangesNothing() {
    InboxDocument document = received(JournalFiles.HEADER + GOOD);
    JobRun run = importing(document);
    end(run);
    // as if the node had died between the commit and the note that the step is complete
    jdbc.update("update batch.batch_step_execution set status = 'FAILED', exit_code = 'FAILED'");
    jdbc.update("update batch.batch_job_execution set status = 'FAILED', exit_code = 'FAILED'");

    runner.start(run);
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(1);
    assertThat(inbox.show(document.id()).document().state()).isEqualTo(InboxState.ACCEPTED);
  }

  @Test
  void documentOfAnotherOrganizationFailsTheRun() {
    UUID other = books.open();
    UUID theirs =
        documents
            .store(
                other,
                "theirs.csv",
                "text/csv",
                (JournalFiles.HEADER + GOOD).getBytes(StandardCharsets.UTF_8))
            .id();
    JobRun run = register("ledger.import-journals", Map.of("document", theirs.toString()));
    assertThat(end(run)).isEqualTo(State.FAILED);
    assertThat(ledger.chainHead(org, 2025).journals()).isZero();
  }

  @Test
  void proofFindsABalanceThatWasChanged() {
    end(importing(received(JournalFiles.HEADER + GOOD)));
    JobRun sound = register("ledger.prove-balances", Map.of());
    assertThat(end(sound)).isEqualTo(State.COMPLETED);
    assertThat(jobs.rowErrors(sound.id(), 10)).isEmpty();

    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          jdbc.update(
              "update finance.balances set base_debit = base_debit + 1"
                  + " where organization_id = ? and account = '6200'",
              org);
        });
    JobRun changed =
        register("ledger.prove-balances", Map.of("period", YearMonth.of(2025, 3).toString()));
    assertThat(end(changed)).isEqualTo(State.COMPLETED);
    assertThat(jobs.rowErrors(changed.id(), 10))
        .extracting(RowError::place, RowError::code)
        .containsExactly(Tuple.tuple("2025-03 6200", "ledger.balance-differs"));
  }

  private InboxDocument received(String text) {
    return inbox.receive(org, "journals", "journal.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private JobRun importing(InboxDocument document) {
    return register(
        "ledger.import-journals",
        Map.of(
            "document", document.documentId().toString(),
            "inboxDocument", document.id().toString()));
  }

  private JobRun register(String job, Map<String, String> parameters) {
    JobRun run = jobs.register(new JobRequest(job, org, parameters, Actor.system("test")));
    runner.start(run);
    return run;
  }

  private State end(JobRun run) {
    Instant until = Instant.now().plus(Duration.ofSeconds(30));
    while (runner.report(run).state() == State.RUNNING) {
      assertThat(Instant.now()).isBefore(until);
      Thread.onSpinWait();
    }
    return runner.report(run).state();
  }
}
