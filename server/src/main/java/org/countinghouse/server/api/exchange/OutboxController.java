package org.countinghouse.server.api.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.outbox.OutboxDocument;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents that went out, and those still on their way. */
@RestController
@RequestMapping("/api/exchange/sent")
class OutboxController {

  private static final int LIMIT_MAX = 1000;

  private final Outbox outbox;

  OutboxController(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * A document sent.
   *
   * @param documentId its bytes: {@code /api/documents/{id}/content}
   * @param deliveredAt null while it waits; then {@code lastError} says what it waits for
   */
  record SentView(
      UUID id,
      String channel,
      String name,
      UUID documentId,
      Instant sentAt,
      @Nullable Instant deliveredAt,
      int attempts,
      @Nullable String lastError) {

    static SentView of(OutboxDocument document) {
      return new SentView(
          document.id(),
          document.channel(),
          document.name(),
          document.documentId(),
          document.sentAt(),
          document.deliveredAt(),
          document.attempts(),
          document.lastError());
    }
  }

  /** The newest first. */
  @GetMapping
  List<SentView> list(
      @RequestParam String organization,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    UUID whose = caller.organization(organization, "exchange.document:read").id();
    return outbox.list(whose, Math.max(1, Math.min(limit, LIMIT_MAX))).stream()
        .map(SentView::of)
        .toList();
  }
}
