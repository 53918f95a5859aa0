package org.countinghouse.server.api.exchange;

import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.countinghouse.exchange.Delivery;
import org.countinghouse.exchange.ExchangeError;
import org.countinghouse.exchange.Handlers;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxQuery;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.exchange.Replay;
import org.countinghouse.exchange.Replays;
import org.countinghouse.organizations.Organization;
import org.countinghouse.routes.inbox.InboxWorker;
import org.countinghouse.server.api.exchange.ExchangeViews.DocumentView;
import org.countinghouse.server.api.exchange.ExchangeViews.RecordView;
import org.countinghouse.server.api.exchange.ExchangeViews.ReplayView;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents that came in: list them, look at one, hand one in, handle one again. */
@RestController
@RequestMapping("/api/exchange/documents")
class ExchangeController {

  private static final String READ = "exchange.document:read";
  private static final String RECEIVE = "exchange.document:receive";
  private static final String REPLAY = "exchange.document:replay";

  private final Inbox inbox;
  private final Replays replays;
  private final Handlers handlers;
  private final InboxWorker worker;

  ExchangeController(Inbox inbox, Replays replays, Handlers handlers, InboxWorker worker) {
    this.inbox = inbox;
    this.replays = replays;
    this.handlers = handlers;
    this.worker = worker;
  }

  /**
   * How to handle a document again.
   *
   * @param dryRun only say what would happen
   */
  record ReplayRequest(boolean dryRun) {}

  /** The newest documents; the last one's id as {@code before} gives the next page. */
  @GetMapping
  List<DocumentView> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    Organization whose = caller.organization(organization, READ);
    InboxState only = state == null ? null : InboxState.ofCode(state);
    return inbox.list(new InboxQuery(whose.id(), channel, only, before, limit)).stream()
        .map(DocumentView::of)
        .toList();
  }

  /** A document with its links and findings. */
  @GetMapping("/{id}")
  RecordView document(@PathVariable UUID id, Caller caller) {
    InboxRecord found = inbox.show(id);
    caller.require(READ, found.document().organizationId());
    return RecordView.of(found);
  }

  /**
   * Hands a document in. Answers once it is stored; its outcome follows at the returned address.
   *
   * @param name what to call it
   */
  @PostMapping(consumes = MediaType.ALL_VALUE)
  ResponseEntity<DocumentView> receive(
      @RequestParam String organization,
      @RequestParam @Size(max = 63) String channel,
      @RequestParam @Size(max = 255) String name,
      @RequestHeader(name = "Content-Type", defaultValue = "application/octet-stream") String type,
      @RequestBody byte[] content,
      Caller caller) {
    Organization whose = caller.organization(organization, RECEIVE);
    if (!handlers.channels().contains(channel)) {
      throw ExchangeError.CHANNEL_UNKNOWN.with(channel);
    }
    InboxDocument received =
        inbox.receive(
            new Delivery(whose.id(), channel, name, type, null, new ByteArrayInputStream(content)));
    if (received.state() == InboxState.RECEIVED) {
      worker.submit(received.id());
    }
    return ResponseEntity.accepted()
        .location(URI.create("/api/exchange/documents/" + received.id()))
        .body(DocumentView.of(received));
  }

  /** Handles a document again from its stored bytes. */
  @PostMapping("/{id}/replays")
  ReplayView replay(@PathVariable UUID id, @RequestBody ReplayRequest request, Caller caller) {
    InboxRecord found = inbox.show(id);
    caller.require(REPLAY, found.document().organizationId());
    Replay replay = replays.replay(id, request.dryRun(), caller.actor());
    return ReplayView.of(replay);
  }
}
