package org.countinghouse.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Handles documents again from their stored bytes, to see what would happen or for real. */
@Service
public class Replays {

  private final InboxMapper mapper;
  private final Journal journal;
  private final Handling handling;
  private final Inbox inbox;
  private final Audit audit;
  private final TransactionOperations transactions;

  Replays(
      InboxMapper mapper,
      Journal journal,
      Handling handling,
      Inbox inbox,
      Audit audit,
      TransactionOperations transactions) {
    this.mapper = mapper;
    this.journal = journal;
    this.handling = handling;
    this.inbox = inbox;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Handles a document again. A dry run works on a document in any state and leaves no trace; the
   * real thing is for rejected and failed documents, and what came out before goes into the audit
   * log.
   *
   * @throws BusinessException {@code exchange.document-unknown}, {@code exchange.replay-refused},
   *     {@code exchange.replay-superseded}
   */
  public Replay replay(UUID id, boolean dryRun, Actor actor) {
    InboxDocument document =
        mapper.find(id).orElseThrow(() -> ExchangeError.DOCUMENT_UNKNOWN.with(id));
    if (dryRun) {
      return new Replay(true, document, handling.rehearse(document));
    }
    transactions.executeWithoutResult(status -> reopen(id, actor));
    handling.handle(id);
    InboxRecord after = inbox.show(id);
    return new Replay(false, after.document(), outcomeOf(after));
  }

  private void reopen(UUID id, Actor actor) {
    InboxDocument locked = mapper.lockById(id).orElseThrow();
    if (locked.state() != InboxState.REJECTED && locked.state() != InboxState.FAILED) {
      throw ExchangeError.REPLAY_REFUSED.with(id, locked.state().code());
    }
    Optional<InboxDocument> holder = mapper.findHolder(locked.organizationId(), locked.sha256());
    if (holder.isPresent() && !holder.get().id().equals(id)) {
      throw ExchangeError.REPLAY_SUPERSEDED.with(holder.get().id());
    }
    InboxRecord before = inbox.show(id);
    mapper.reopen(id, journal.now());
    audit.record(
        new AuditEntry(
            locked.organizationId(),
            actor,
            "replayed",
            "exchange.document",
            id.toString(),
            Map.of("state", locked.state().code(), "findings", before.errors()),
            null));
  }

  private static Outcome outcomeOf(InboxRecord settled) {
    InboxDocument document = settled.document();
    InboxState state =
        document.state() == InboxState.RECEIVED ? InboxState.IN_PROGRESS : document.state();
    return new Outcome(
        state, document.summary(), settled.links(), settled.errors(), settled.warnings());
  }
}
