package org.countinghouse.routes.filedrop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.documents.Documents;
import org.countinghouse.organizations.Organization;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.outbox.OutboxDocument;
import org.countinghouse.routes.testing.RouteTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends documents to the folders others fetch them from. */
@RouteTest
class FileDeliveryTests {

  @Autowired TestOrganizations organizations;
  @Autowired FileDropProperties properties;
  @Autowired Documents documents;
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;

  private Organization organization;
  private Path folder;

  @BeforeEach
  void newOrganization() {
    organization = organizations.german();
    folder = properties.directory().resolve(organization.code()).resolve("out").resolve("reports");
  }

  @Test
  void deliversADocumentUnderItsName() {
    send("Trial balance 2026-10.csv", "a,b\n");

    awaitDelivered("Trial balance 2026-10.csv");
    assertThat(folder.resolve("Trial balance 2026-10.csv")).hasContent("a,b\n");
    assertThat(filesInFolder()).containsExactly("Trial balance 2026-10.csv");
  }

  @Test
  void sendsTheSameBytesUnderTheSameNameOnce() {
    OutboxDocument first = send("same.csv", "a\n");
    assertThat(send("same.csv", "a\n").id()).isEqualTo(first.id());
  }

  @Test
  void keepsTheEarlierFileWhenOtherBytesHaveItsName() {
    send("report.csv", "a\n");
    assertThat(send("report.csv", "b\n").name()).isEqualTo("report-2.csv");

    awaitDelivered("report-2.csv");
    assertThat(folder.resolve("report.csv")).hasContent("a\n");
    assertThat(folder.resolve("report-2.csv")).hasContent("b\n");
  }

  @Test
  void sendsNothingThatWasRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          send("never.csv", "a\n");
          status.setRollbackOnly();
        });
    send("always.csv", "a\n");

    awaitDelivered("always.csv");
    assertThat(filesInFolder()).containsExactly("always.csv");
  }

  @Test
  void neverTakesANameForAPath() {
    assertThat(send("../../in/journals/x.csv", "a\n").name()).isEqualTo("__.._in_journals_x.csv");
  }

  @Test
  void triesAgainWhatCouldNotBeDeliveredAndSaysWhy() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "in the way");
    UUID sent = send("late.csv", "a\n").id();

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                assertThat(outbox.list(organization.id(), 10))
                    .singleElement()
                    .matches(document -> document.id().equals(sent))
                    .matches(document -> document.deliveredAt() == null)
                    .satisfies(document -> assertThat(document.lastError()).contains("reports")));
  }

  private OutboxDocument send(String name, String content) {
    UUID document =
        documents.store(organization.id(), name, "text/csv", content.getBytes(UTF_8)).id();
    return outbox.send(organization.id(), "reports", name, document);
  }

  private void awaitDelivered(String name) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                outbox.list(organization.id(), 10).stream()
                    .anyMatch(d -> d.name().equals(name) && d.deliveredAt() != null));
  }

  private List<String> filesInFolder() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
