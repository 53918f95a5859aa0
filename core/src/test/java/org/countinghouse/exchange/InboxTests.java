package org.countinghouse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class InboxTests {

  private static final Actor OPS = Actor.of("ops");

  @Autowired Inbox inbox;
  @Autowired Handling handling;
  @Autowired Replays replays;
  @Autowired TestOrganizations organizations;
  @Autowired NoteHandler notes;
  @Autowired JdbcTemplate jdbc;
  @Autowired SettledDocuments settled;

  private UUID organization;

  @BeforeEach
  void makeAnOrganization() {
    organization = organizations.german().id();
    notes.breakOn("break");
  }

  @Test
  void acceptsAGoodDocumentOnceWithALinkToWhatItCreated() {
    InboxDocument done = handling.handle(receive("good", "note: pay me").id());

    assertThat(done.state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(done.summary()).isEqualTo("a note that says pay me");
    assertThat(inbox.show(done.id()).links()).extracting(Link::kind).containsExactly("test.note");
    assertThat(notes.written(organization)).containsExactly("pay me");
    assertThat(settled.of(done.id())).containsExactly(InboxState.ACCEPTED);
  }

  @Test
  void keepsWarningsOfAnAcceptedDocument() {
    InboxDocument done = handling.handle(receive("shouting", "note: PAY ME").id());

    assertThat(done.state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(inbox.show(done.id()).warnings())
        .containsExactly(new Finding("test.shouting", "line 1", "No need to shout."));
  }

  @Test
  void rejectsWrongContentWithEveryFindingAndItsPlace() {
    InboxDocument done = handling.handle(receive("wrong", "note:\nnote:").id());

    assertThat(done.state()).isEqualTo(InboxState.REJECTED);
    assertThat(inbox.show(done.id()).errors())
        .extracting(Finding::place)
        .containsExactly("line 1", "line 2");
    assertThat(notes.written(organization)).isEmpty();
  }

  @Test
  void rejectsWhatTheDomainRefusesAndRollsBackWhatWasDoneBefore() {
    InboxDocument done = handling.handle(receive("refused", "note: refuse me").id());

    assertThat(done.state()).isEqualTo(InboxState.REJECTED);
    assertThat(inbox.show(done.id()).errors())
        .extracting(Finding::code)
        .containsExactly("exchange.state-unknown");
    assertThat(notes.written(organization)).isEmpty();
  }

  @Test
  void rejectsWhatNoHandlerKnowsAndWhatIsEmpty() {
    assertThat(codes(handling.handle(receive("picture", "\u0089PNG").id())))
        .containsExactly("exchange.format-unknown");
    assertThat(codes(handling.handle(receive("empty", "").id()))).containsExactly("exchange.empty");
  }

  @Test
  void linksTheSameBytesUnderAnyNameOrChannelToTheFirst() {
    InboxDocument first = handling.handle(receive("a", "note: once").id());
    InboxDocument again = receive("b", "note: once");
    InboxDocument elsewhere =
        inbox.receive(organization, "elsewhere", "c", "note: once".getBytes(UTF_8));

    assertThat(List.of(again.state(), elsewhere.state())).containsOnly(InboxState.DUPLICATE);
    assertThat(again.firstId()).isEqualTo(first.id());
    assertThat(inbox.show(again.id()).links()).extracting(Link::id).containsExactly(first.id());
    assertThat(inbox.show(again.id()).errors().get(0).message()).contains("\"a\"", "accepted");
    assertThat(settled.of(again.id())).containsExactly(InboxState.DUPLICATE);
  }

  @Test
  void letsARejectedDocumentComeAgain() {
    assertThat(handling.handle(receive("a", "note:").id()).state()).isEqualTo(InboxState.REJECTED);
    assertThat(receive("a", "note:").state()).isEqualTo(InboxState.RECEIVED);
  }

  @Test
  void keepsTheSameBytesOfTwoOrganizationsApart() {
    receive("a", "note: ours");
    InboxDocument theirs =
        inbox.receive(organizations.british().id(), "notes", "a", "note: ours".getBytes(UTF_8));
    assertThat(theirs.state()).isEqualTo(InboxState.RECEIVED);
  }

  @Test
  void yieldsTheSameDocumentForTheSameDelivery() {
    InboxDocument first = deliver("key-1", "note: twice delivered");
    assertThat(deliver("key-1", "note: twice delivered").id()).isEqualTo(first.id());
    assertThat(deliver("key-2", "note: twice delivered").state()).isEqualTo(InboxState.DUPLICATE);
  }

  @Test
  void acceptsOneOfManyCopiesThatArriveAtOnce() throws Exception {
    List<InboxDocument> received = atOnce(8, () -> receive("copy", "note: race"));

    assertThat(received).filteredOn(d -> d.state() == InboxState.RECEIVED).hasSize(1);
    assertThat(received).filteredOn(d -> d.state() == InboxState.DUPLICATE).hasSize(7);
  }

  @Test
  void hasOneEffectHoweverManyHandleIt() throws Exception {
    InboxDocument document = receive("raced", "note: handled by many");
    atOnce(8, () -> handling.handle(document.id()));

    assertThat(notes.written(organization)).containsExactly("handled by many");
    assertThat(settled.of(document.id())).containsExactly(InboxState.ACCEPTED);
  }

  @Test
  void finishesWhatAKilledProcessLeftBehind() {
    InboxDocument document = receive("orphan", "note: left behind");
    // what the killed process had committed: its attempt announced, nothing else
    jdbc.update(
        "update shared.inbox_documents set attempts = 1, next_attempt_at = now() - interval '1 s'"
            + " where id = ?",
        document.id());

    assertThat(handling.due(1000)).contains(document.id());
    assertThat(handling.handle(document.id()).state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(notes.written(organization)).containsExactly("left behind");
  }

  @Test
  void triesAgainLaterWhenWeFailAndParksInTheEnd() {
    InboxDocument document = receive("unlucky", "note: break");
    InboxDocument tried = handling.handle(document.id());

    assertThat(tried.state()).isEqualTo(InboxState.RECEIVED);
    assertThat(tried.lastError()).contains("the disk is on fire");
    assertThat(tried.nextAttemptAt()).isAfter(tried.receivedAt());
    assertThat(handling.handle(document.id()).attempts()).isEqualTo(1);

    for (int attempt = 2; attempt <= 6; attempt++) {
      makeDue(document.id());
      tried = handling.handle(document.id());
    }
    assertThat(tried.state()).isEqualTo(InboxState.FAILED);
    assertThat(codes(tried)).containsExactly("exchange.handling-failed");
    assertThat(inbox.countOpen(organization)).isEqualTo(1);
  }

  @Test
  void parksADocumentThatKillsEveryProcessThatTouchesIt() {
    InboxDocument document = receive("killer", "note: fine really");
    jdbc.update(
        "update shared.inbox_documents set attempts = 6, next_attempt_at = now() - interval '1 s'"
            + " where id = ?",
        document.id());

    assertThat(handling.handle(document.id()).state()).isEqualTo(InboxState.FAILED);
    assertThat(notes.written(organization)).isEmpty();
  }

  @Test
  void letsWorkThatEndsLaterSettleExactlyOnce() {
    InboxDocument started = handling.handle(receive("later", "note: later").id());
    assertThat(started.state()).isEqualTo(InboxState.IN_PROGRESS);
    assertThat(inbox.countOpen(organization)).isEqualTo(1);

    inbox.settle(started.id(), Outcome.accepted());
    assertThat(inbox.countOpen(organization)).isZero();
    assertThat(inbox.show(started.id()).links()).hasSize(1);
    assertThatThrownBy(() -> inbox.settle(started.id(), Outcome.accepted()))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("an outcome is given once");
  }

  @Test
  void rehearsesAReplayWithoutATrace() {
    InboxDocument document = receive("dry", "note: rehearsed");
    Replay rehearsed = replays.replay(document.id(), true, OPS);

    assertThat(rehearsed.outcome().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(rehearsed.outcome().summary()).isEqualTo("a note that says rehearsed");
    assertThat(notes.written(organization)).isEmpty();
    assertThat(inbox.find(document.id())).contains(document);
  }

  @Test
  void replaysAParkedDocumentForRealOnceItsCauseIsGone() {
    InboxDocument document = receive("parked", "note: mend me");
    notes.breakOn("mend me");
    jdbc.update("update shared.inbox_documents set attempts = 5 where id = ?", document.id());
    assertThat(handling.handle(document.id()).state()).isEqualTo(InboxState.FAILED);

    notes.breakOn("nothing");
    Replay replayed = replays.replay(document.id(), false, OPS);

    assertThat(replayed.outcome().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(notes.written(organization)).containsExactly("mend me");
    assertThatThrownBy(() -> replays.replay(document.id(), false, OPS))
        .hasMessageContaining("only rejected and failed");
  }

  @Test
  void replaysNoDocumentWhoseBytesCameInAgainMeanwhile() {
    InboxDocument rejected = handling.handle(receive("first", "note:").id());
    InboxDocument second = receive("second", "note:");

    assertThatThrownBy(() -> replays.replay(rejected.id(), false, OPS))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining(second.id().toString());
  }

  @Test
  void listsNewestFirstByStateAndChannelInPages() {
    InboxDocument first = receive("1", "note: one");
    InboxDocument second = handling.handle(receive("2", "note: two").id());
    InboxDocument third = receive("3", "note: three");

    assertThat(inbox.list(InboxQuery.newest(organization)))
        .extracting(InboxDocument::id)
        .containsExactly(third.id(), second.id(), first.id());
    assertThat(
            inbox.list(new InboxQuery(organization, "notes", InboxState.RECEIVED, third.id(), 10)))
        .extracting(InboxDocument::id)
        .containsExactly(first.id());
  }

  @Test
  void saysWhenThereIsNoSuchDocument() {
    assertThatThrownBy(() -> inbox.show(Ids.next())).hasMessageContaining("no inbox document");
  }

  private InboxDocument receive(String name, String content) {
    return inbox.receive(organization, "notes", name, content.getBytes(UTF_8));
  }

  private InboxDocument deliver(String key, String content) {
    return inbox.receive(
        new Delivery(
            organization,
            "notes",
            "delivered",
            "text/plain",
            key,
            new ByteArrayInputStream(content.getBytes(UTF_8))));
  }

  private List<String> codes(InboxDocument document) {
    return inbox.show(document.id()).errors().stream().map(Finding::code).toList();
  }

  private void makeDue(UUID id) {
    jdbc.update(
        "update shared.inbox_documents set next_attempt_at = now() - interval '1 s' where id = ?",
        id);
  }

  private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<T>> running = threads.invokeAll(java.util.Collections.nCopies(times, action));
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
