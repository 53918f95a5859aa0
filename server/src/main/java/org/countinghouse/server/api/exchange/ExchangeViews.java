package org.countinghouse.server.api.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Replay;
import org.jspecify.annotations.Nullable;

/** The shapes of the inbox in JSON. */
final class ExchangeViews {

  private ExchangeViews() {}

  /** One line of the list. */
  record DocumentView(
      UUID id,
      String channel,
      String name,
      UUID documentId,
      String sha256,
      long size,
      Instant receivedAt,
      String state,
      String summary,
      @Nullable Instant settledAt,
      @Nullable UUID firstId,
      int attempts,
      @Nullable Instant nextAttemptAt) {

    static DocumentView of(InboxDocument document) {
      return new DocumentView(
          document.id(),
          document.channel(),
          document.name(),
          document.documentId(),
          document.sha256(),
          document.size(),
          document.receivedAt(),
          document.state().code(),
          document.summary(),
          document.settledAt(),
          document.firstId(),
          document.attempts(),
          document.nextAttemptAt());
    }
  }

  /** A document and everything known about it. */
  record RecordView(
      DocumentView document, List<Link> links, List<Finding> errors, List<Finding> warnings) {

    static RecordView of(InboxRecord found) {
      return new RecordView(
          DocumentView.of(found.document()), found.links(), found.errors(), found.warnings());
    }
  }

  /** What a replay came to, or would have. */
  record ReplayView(
      boolean dryRun,
      UUID documentId,
      String state,
      String summary,
      List<Link> links,
      List<Finding> errors,
      List<Finding> warnings) {

    static ReplayView of(Replay replay) {
      Outcome outcome = replay.outcome();
      return new ReplayView(
          replay.dryRun(),
          replay.document().id(),
          outcome.state().code(),
          outcome.summary(),
          outcome.links(),
          outcome.errors(),
          outcome.warnings());
    }
  }
}
