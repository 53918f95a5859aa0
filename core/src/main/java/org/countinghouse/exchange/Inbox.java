package org.countinghouse.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.InboxMapper.FindingRow;
import org.countinghouse.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes documents in, keeps their bytes, and knows what became of each.
 *
 * <p>Receiving and handling are two steps: {@link #receive} returns once the bytes and the row are
 * safe, whatever happens next; {@link Handling} does the rest, now or after a crash.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Inbox {

  /** The {@link Link#kind()} of a link to an inbox document. */
  public static final String LINK_KIND = "exchange.document";

  private final Documents documents;
  private final InboxMapper mapper;
  private final Journal journal;

  Inbox(Documents documents, InboxMapper mapper, Journal journal) {
    this.documents = documents;
    this.mapper = mapper;
    this.journal = journal;
  }

  /**
   * Stores a document and queues it for handling. When its bytes are held already by an open,
   * accepted or failed document of the organization, it becomes a {@code DUPLICATE} with a link to
   * that one, whatever its name or channel. The same delivery handed in again yields the document
   * it yielded the first time.
   *
   * @return the document, {@code RECEIVED} or settled
   * @throws UncheckedIOException when the content cannot be read or stored; nothing came in then
   */
  public InboxDocument receive(Delivery delivery) {
    Optional<InboxDocument> before = findDelivery(delivery);
    if (before.isPresent()) {
      return before.get();
    }
    Document stored =
        documents.store(
            delivery.organizationId(), delivery.name(), delivery.mediaType(), delivery.content());
    InboxDocument received = received(delivery, stored);
    if (mapper.insertUnlessHeld(received, delivery.key()) == 1) {
      return received;
    }
    return findDelivery(delivery).orElseGet(() -> repeat(received, delivery));
  }

  /** As {@link #receive(Delivery)}, for bytes in hand. */
  public InboxDocument receive(UUID organizationId, String channel, String name, byte[] content) {
    return receive(
        new Delivery(
            organizationId,
            channel,
            name,
            "application/octet-stream",
            null,
            new ByteArrayInputStream(content)));
  }

  /** As {@link #receive(Delivery)}, for a file; links are not followed and the file stays. */
  public InboxDocument receive(UUID organizationId, String channel, String name, Path file) {
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return receive(
          new Delivery(organizationId, channel, name, "application/octet-stream", null, content));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Records how a document that is {@code RECEIVED} or {@code IN_PROGRESS} ended; for handlers
   * whose work ends later. Links already recorded stay unless the outcome brings its own.
   *
   * @throws BusinessException {@code exchange.document-unknown}, {@code exchange.already-settled}
   */
  public void settle(UUID id, Outcome outcome) {
    InboxDocument document =
        mapper.lockById(id).orElseThrow(() -> ExchangeError.DOCUMENT_UNKNOWN.with(id));
    if (!document.state().isOpen()) {
      throw ExchangeError.ALREADY_SETTLED.with(id, document.state().code());
    }
    journal.record(document, outcome);
  }

  /** The document of this id, if there is one. */
  @Transactional(readOnly = true)
  public Optional<InboxDocument> find(UUID id) {
    return mapper.find(id);
  }

  /**
   * A document with its links and findings.
   *
   * @throws BusinessException {@code exchange.document-unknown}
   */
  @Transactional(readOnly = true)
  public InboxRecord show(UUID id) {
    InboxDocument document =
        mapper.find(id).orElseThrow(() -> ExchangeError.DOCUMENT_UNKNOWN.with(id));
    List<FindingRow> rows = mapper.listFindings(id);
    return new InboxRecord(
        document, mapper.listLinks(id), findings(rows, false), findings(rows, true));
  }

  /** Documents, newest first. */
  @Transactional(readOnly = true)
  public List<InboxDocument> list(InboxQuery query) {
    return mapper.list(query);
  }

  /**
   * How many documents of an organization still have no effect though they may get one: received,
   * in progress, or parked as failed. A month should not close on them.
   */
  @Transactional(readOnly = true)
  public long countOpen(UUID organizationId) {
    return mapper.countOpen(organizationId);
  }

  private Optional<InboxDocument> findDelivery(Delivery delivery) {
    String key = delivery.key();
    return key == null
        ? Optional.empty()
        : mapper.findDelivery(delivery.organizationId(), delivery.channel(), key);
  }

  private InboxDocument received(Delivery delivery, Document stored) {
    var now = journal.now();
    return new InboxDocument(
        Ids.next(),
        delivery.organizationId(),
        delivery.channel(),
        stored.name(),
        stored.id(),
        stored.sha256(),
        stored.size(),
        now,
        InboxState.RECEIVED,
        0,
        now,
        null,
        null,
        "",
        null);
  }

  private InboxDocument repeat(InboxDocument received, Delivery delivery) {
    InboxDocument first =
        mapper.findHolder(received.organizationId(), received.sha256()).orElseThrow();
    var copy =
        new InboxDocument(
            received.id(),
            received.organizationId(),
            received.channel(),
            received.name(),
            received.documentId(),
            received.sha256(),
            received.size(),
            received.receivedAt(),
            InboxState.DUPLICATE,
            0,
            null,
            received.receivedAt(),
            first.id(),
            first.summary(),
            null);
    mapper.insertUnlessHeld(copy, delivery.key());
    Finding reason =
        ExchangeError.DUPLICATE_CONTENT.at(
            "", first.name(), first.receivedAt(), first.id(), first.state().code());
    journal.replaceDetails(
        copy.id(),
        Outcome.duplicate(reason, new Link(LINK_KIND, first.id(), "first: " + first.name())));
    journal.publish(copy, InboxState.DUPLICATE);
    return copy;
  }

  private static List<Finding> findings(List<FindingRow> rows, boolean warning) {
    return rows.stream()
        .filter(row -> row.warning() == warning)
        .map(row -> new Finding(row.code(), row.place(), row.message()))
        .toList();
  }
}
