package org.countinghouse.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Handles what the inbox received: reads it outside any transaction, then applies it and records
 * its outcome in one. An attempt is announced (and its successor dated) before it begins, so a
 * document whose handler takes the process down with it is tried again, and not for ever.
 *
 * <p>Any number of threads and nodes may handle at once: an attempt is taken by one of them, and
 * the row's lock lets one apply.
 */
@Service
public class Handling {

  private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

  private final Documents documents;
  private final InboxMapper mapper;
  private final Journal journal;
  private final InboxProperties properties;
  private final Handlers handlers;
  private final TransactionOperations transactions;

  Handling(
      Documents documents,
      InboxMapper mapper,
      Journal journal,
      InboxProperties properties,
      Handlers handlers,
      TransactionOperations transactions) {
    this.documents = documents;
    this.mapper = mapper;
    this.journal = journal;
    this.properties = properties;
    this.handlers = handlers;
    this.transactions = transactions;
  }

  /** Received documents whose (next) attempt is due, the longest waiting first. */
  public List<UUID> due(int limit) {
    return mapper.listDue(journal.now(), limit);
  }

  /**
   * Makes one attempt at a document, if it is due and nobody else is at it. Our own failures are
   * recorded, not thrown.
   *
   * @return the document as it stands afterwards
   * @throws BusinessException {@code exchange.document-unknown}
   */
  public InboxDocument handle(UUID id) {
    InboxDocument document = get(id);
    if (begin(document)) {
      try {
        settle(id, attempt(document));
      } catch (BusinessException refusal) {
        settle(id, Outcome.rejected(findings(refusal)));
      } catch (RuntimeException e) {
        failed(document, e);
      }
    }
    return get(id);
  }

  /** What handling would do, all of it undone: nothing changes but the time it took. */
  Outcome rehearse(InboxDocument document) {
    IncomingDocument incoming = new StoredIncoming(document, documents);
    try {
      Work<?> work = read(incoming);
      return Objects.requireNonNull(
          transactions.execute(
              status -> {
                status.setRollbackOnly();
                return work.conclude(incoming);
              }));
    } catch (BusinessException refusal) {
      return Outcome.rejected(findings(refusal));
    }
  }

  private boolean begin(InboxDocument document) {
    if (document.state() != InboxState.RECEIVED) {
      return false;
    }
    var now = journal.now();
    int attempt = document.attempts() + 1;
    var next = now.plus(properties.delayAfter(attempt));
    if (mapper.beginAttempt(document.id(), document.attempts(), now, next) == 0) {
      return false;
    }
    if (properties.isExhausted(document.attempts())) {
      // every attempt before died without a word: the handler, or the process with it
      settle(document.id(), parked(document, lastErrorOf(document)));
      return false;
    }
    return true;
  }

  /** The conclusion of the pure part; applying it is left to the transaction that settles. */
  private Conclusion attempt(InboxDocument document) {
    IncomingDocument incoming = new StoredIncoming(document, documents);
    Work<?> work = read(incoming);
    return () -> work.conclude(incoming);
  }

  private void settle(UUID id, Outcome outcome) {
    settle(id, () -> outcome);
  }

  private void settle(UUID id, Conclusion conclusion) {
    try {
      transactions.executeWithoutResult(status -> settleLocked(id, conclusion));
    } catch (BusinessException refusal) {
      // whatever was applied before the refusal is rolled back; only then is the refusal recorded
      transactions.executeWithoutResult(
          status -> settleLocked(id, () -> Outcome.rejected(findings(refusal))));
    }
  }

  private void settleLocked(UUID id, Conclusion conclusion) {
    InboxDocument locked = mapper.lockById(id).orElseThrow();
    if (locked.state() == InboxState.RECEIVED) {
      journal.record(locked, conclusion.reach());
    }
  }

  private Work<?> read(IncomingDocument incoming) {
    if (incoming.size() == 0) {
      return new Work<>(null, Reading.refused(ExchangeError.EMPTY.at("")));
    }
    Optional<DocumentHandler<?>> handler = handlers.recognizing(incoming);
    if (handler.isEmpty()) {
      return new Work<>(
          null, Reading.refused(ExchangeError.FORMAT_UNKNOWN.at("", incoming.channel())));
    }
    return Work.of(handler.get(), incoming);
  }

  private void failed(InboxDocument document, RuntimeException e) {
    String error = e.getClass().getSimpleName() + ": " + e.getMessage();
    int attempts = document.attempts() + 1;
    if (properties.isExhausted(attempts)) {
      LOG.error(
          "Inbox document {} ({}, {}) is parked after {} attempts; repair the cause and replay it",
          document.id(),
          document.channel(),
          document.name(),
          attempts,
          e);
      mapper.updateLastError(document.id(), error);
      settle(document.id(), parked(document, error));
    } else {
      LOG.warn(
          "Inbox document {} ({}, {}): attempt {} failed, it will be tried again",
          document.id(),
          document.channel(),
          document.name(),
          attempts,
          e);
      mapper.updateLastError(document.id(), error);
    }
  }

  private static Outcome parked(InboxDocument document, String error) {
    return Outcome.failed(ExchangeError.HANDLING_FAILED.at("", error, document.id()));
  }

  private static String lastErrorOf(InboxDocument document) {
    String error = document.lastError();
    return error == null ? "the process ended while handling it" : error;
  }

  private static List<Finding> findings(BusinessException refusal) {
    return refusal.findings().isEmpty()
        ? List.of(new Finding(refusal.code().id(), "", String.valueOf(refusal.getMessage())))
        : refusal.findings();
  }

  private InboxDocument get(UUID id) {
    return mapper.find(id).orElseThrow(() -> ExchangeError.DOCUMENT_UNKNOWN.with(id));
  }

  /** Reached inside the settling transaction, at most once with effect. */
  private interface Conclusion {
    Outcome reach();
  }
}
