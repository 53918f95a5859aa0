package org.countinghouse.routes.filedrop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxQuery;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.organizations.Organization;
import org.countinghouse.routes.testing.RouteTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Drops files of the test format {@code notes} ({@code note: text}) as people and programs do. */
@RouteTest
class FileDropRouteTests {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Autowired TestOrganizations organizations;
  @Autowired FileDropProperties properties;
  @Autowired FileDrop drop;
  @Autowired Inbox inbox;
  @Autowired CamelContext camel;

  private Organization organization;
  private Path folder;

  @BeforeEach
  void dropFolderOfANewOrganization() {
    organization = organizations.german();
    folder = properties.directory().resolve(organization.code()).resolve("in").resolve("notes");
    await().atMost(PATIENCE).until(() -> Files.isDirectory(folder.resolve(".done")));
  }

  @Test
  void namesItsRouteAfterTheChannel() {
    assertThat(camel.getRoute("notes.file-drop")).isNotNull();
  }

  @Test
  void takesAGoodFileAndGivesItBackWithAReport() throws IOException {
    Files.writeString(folder.resolve("good.txt"), "note: pay me\n");

    String report = report(".done", "good.txt");
    assertThat(report).contains("ACCEPTED", "a note that says pay me", "test.note");
    assertThat(folder.resolve(".done/good.txt")).hasContent("note: pay me\n");
    assertThat(documents()).singleElement().matches(d -> d.state() == InboxState.ACCEPTED);
    assertThat(filesIn(".in-progress")).isEmpty();
  }

  @Test
  void rejectsABadFileNamingEveryFindingAndItsPlace() throws IOException {
    Files.writeString(folder.resolve("bad.txt"), "note:\nnote:\n");

    assertThat(report(".rejected", "bad.txt"))
        .contains("REJECTED", "test.no-text at line 1", "test.no-text at line 2", "What to do");
    assertThat(folder.resolve(".rejected/bad.txt")).exists();
  }

  @Test
  void saysWhichFileADuplicateRepeats() throws IOException {
    Files.writeString(folder.resolve("first.txt"), "note: once\n");
    report(".done", "first.txt");
    Files.writeString(folder.resolve("second.txt"), "note: once\n");

    assertThat(report(".done", "second.txt")).contains("DUPLICATE", "first.txt", "accepted");
    assertThat(documents())
        .extracting(InboxDocument::state)
        .containsExactlyInAnyOrder(InboxState.ACCEPTED, InboxState.DUPLICATE);
  }

  @Test
  void keepsBothFilesWhenTheSameNameComesTwice() throws IOException {
    Files.writeString(folder.resolve("same.txt"), "note: monday\n");
    report(".done", "same.txt");
    Files.writeString(folder.resolve("same.txt"), "note: tuesday\n");

    assertThat(report(".done", "same-2.txt")).contains("tuesday");
  }

  @Test
  void waitsForAFileThatIsWrittenInPieces() throws Exception {
    Path slow = folder.resolve("slow.txt");
    Files.writeString(slow, "note: written");
    for (int piece = 0; piece < 8; piece++) {
      Thread.sleep(150);
      Files.writeString(slow, " slowly", StandardOpenOption.APPEND);
    }
    Files.writeString(slow, "\n", StandardOpenOption.APPEND);

    assertThat(report(".done", "slow.txt")).contains("slowly slowly slowly");
    assertThat(documents()).hasSize(1);
  }

  @Test
  void takesNoFileThatVisiblyLacksItsEndUntilItHasIt() throws Exception {
    Path half = folder.resolve("half.xml");
    Files.writeString(half, "<note><to>us</to><text>pay");
    Thread.sleep(1000);
    assertThat(documents()).isEmpty();
    assertThat(half).exists();

    Files.writeString(half, "</text></note>", StandardOpenOption.APPEND);
    assertThat(report(".rejected", "half.xml")).contains("exchange.format-unknown");
    assertThat(documents()).singleElement().matches(d -> d.size() == 40);
  }

  @Test
  void refusesAFileThatNeverGetsItsEnd() throws IOException {
    Files.writeString(folder.resolve("cut.xml"), "<note><to>us");
    Files.writeString(folder.resolve("empty.txt"), "");

    assertThat(report(".rejected", "cut.xml")).contains("REJECTED");
    assertThat(report(".rejected", "empty.txt")).contains("exchange.empty");
  }

  @Test
  void leavesNamesOfUnfinishedFilesAloneUntilTheyAreRenamed() throws Exception {
    Path unfinished = folder.resolve("upload.txt.part");
    Files.writeString(unfinished, "note: uploaded\n");
    Thread.sleep(800);
    assertThat(documents()).isEmpty();

    Files.move(unfinished, folder.resolve("upload.txt"));
    assertThat(report(".done", "upload.txt")).contains("ACCEPTED");
  }

  @Test
  void opensNeitherLinksNorPipesNorWhatIsTooLarge() throws Exception {
    Path secret = Files.createTempFile("secret", ".txt");
    Files.writeString(secret, "note: secret\n");
    Files.createSymbolicLink(folder.resolve("link.txt"), secret.toAbsolutePath());
    assertThat(
            new ProcessBuilder("mkfifo", folder.resolve("pipe.txt").toString()).start().waitFor())
        .isZero();
    Files.write(folder.resolve("large.txt"), new byte[(1 << 20) + 1]);

    assertThat(report(".rejected", "link.txt")).contains("exchange.not-a-file", "a link");
    assertThat(report(".rejected", "pipe.txt")).contains("exchange.not-a-file");
    assertThat(report(".rejected", "large.txt")).contains("exchange.too-large");
    assertThat(secret).hasContent("note: secret\n");
    assertThat(documents()).isEmpty();
  }

  @Test
  void takesNoNameForAPath() throws IOException {
    Files.writeString(folder.resolve("evil;$(rm -rf)\n| name.txt"), "note: odd name\n");
    Files.writeString(folder.resolve("n".repeat(240) + ".txt"), "note: long name\n");
    Files.writeString(folder.resolve("dir\\..\\evil.txt"), "note: backslash\n");

    await().atMost(PATIENCE).until(() -> filesIn(".done").size() == 4);
    assertThat(documents())
        .extracting(InboxDocument::state)
        .containsExactly(InboxState.ACCEPTED, InboxState.ACCEPTED);
    assertThat(filesIn(".done")).allMatch(name -> name.matches("[A-Za-z0-9._ ()-]+"));
    await().atMost(PATIENCE).until(() -> filesIn(".rejected").size() == 2);
    assertThat(filesIn("..")).contains("notes").noneMatch(name -> name.contains("evil"));
  }

  @Test
  void leavesFoldersAlone() throws Exception {
    Files.createDirectories(folder.resolve("nested"));
    Files.writeString(folder.resolve("nested/inner.txt"), "note: nested\n");
    Thread.sleep(800);
    assertThat(documents()).isEmpty();
  }

  @Test
  void hasOneEffectWhenTwoConsumersTakeTheSameFileAtOnce() throws Exception {
    Path aside = folder.resolve("raced.txt.part");
    Files.writeString(aside, "note: raced\n");
    Path file = folder.resolve("raced.txt");
    Files.move(aside, file);
    Callable<Void> taking =
        () -> {
          try {
            drop.take(file, "notes");
          } catch (IOException gone) {
            // the other one was quicker
          }
          return null;
        };
    ExecutorService consumers = Executors.newFixedThreadPool(2);
    consumers.invokeAll(List.of(taking, taking));
    consumers.shutdown();

    assertThat(report(".done", "raced.txt")).contains("ACCEPTED");
    assertThat(documents()).singleElement().matches(d -> d.state() == InboxState.ACCEPTED);
  }

  @Test
  void finishesWhatAKilledProcessReceivedButDidNotHandle() {
    InboxDocument received =
        inbox.receive(organization.id(), "notes", "orphan.txt", "note: orphan".getBytes(UTF_8));

    await()
        .atMost(PATIENCE)
        .until(() -> inbox.find(received.id()).orElseThrow().state() == InboxState.ACCEPTED);
  }

  @Test
  void putsAwayWhatAKilledProcessHandledButDidNotMove() throws IOException {
    InboxDocument received =
        inbox.receive(organization.id(), "notes", "waiting.txt", "note: waiting".getBytes(UTF_8));
    Files.writeString(
        folder.resolve(".in-progress").resolve(received.id() + "_waiting.txt"), "note: waiting");

    assertThat(report(".done", "waiting.txt")).contains("ACCEPTED");
  }

  @Test
  void leavesAFailedFileWithItsReportWhereItWaits() throws IOException {
    Files.writeString(folder.resolve("unlucky.txt"), "note: break\n");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                filesIn(".in-progress").stream()
                    .anyMatch(name -> name.endsWith("_unlucky.txt.report.txt")));
    assertThat(documents()).anyMatch(d -> d.state() == InboxState.FAILED && d.attempts() == 3);
  }

  private String report(String where, String name) {
    Path report = folder.resolve(where).resolve(name + ".report.txt");
    await().atMost(PATIENCE).until(() -> Files.exists(report));
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(folder.resolve(where).resolve(name), LinkOption.NOFOLLOW_LINKS));
    try {
      return Files.readString(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<InboxDocument> documents() {
    return inbox.list(InboxQuery.newest(organization.id()));
  }

  private List<String> filesIn(String where) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(where))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
