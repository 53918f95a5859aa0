package org.countinghouse.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.countinghouse.documents.Documents;
import org.countinghouse.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leaves the house. A document sent here is on its way exactly when the transaction commits;
 * carriers deliver it at least once, and its name tells a receiver what he already has.
 */
@Service
@Transactional
public class Outbox {

  private static final int NAMES_MAX = 10_000;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(20);

  private final OutboxMapper mapper;
  private final Documents documents;
  private final Clock clock;

  Outbox(OutboxMapper mapper, Documents documents, Clock clock) {
    this.mapper = mapper;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Sends a stored document. The same bytes under the same name are sent once; other bytes under a
   * name that is taken get the next free one ({@code report-2.xlsx}).
   *
   * @param channel kebab-case kind of document, also the folder: {@code reports}, {@code
   *     certificates}
   * @param name as the receiver is to see it; signs no file system likes are replaced
   */
  public OutboxDocument send(UUID organizationId, String channel, String name, UUID documentId) {
    String sha256 = documents.get(documentId).sha256();
    for (int copy = 1; copy < NAMES_MAX; copy++) {
      var document =
          new OutboxDocument(
              Ids.next(),
              organizationId,
              channel,
              FileNames.numbered(FileNames.safe(name), copy),
              documentId,
              now(),
              0,
              null,
              null);
      if (mapper.insertUnlessNamed(document) == 1) {
        return document;
      }
      OutboxDocument twin =
          mapper.findByName(organizationId, channel, document.name()).orElseThrow();
      if (documents.get(twin.documentId()).sha256().equals(sha256)) {
        return twin;
      }
    }
    throw new IllegalStateException(NAMES_MAX + " documents are called " + name);
  }

  /** What was sent, the latest first. */
  @Transactional(readOnly = true)
  public List<OutboxDocument> list(UUID organizationId, int limit) {
    return mapper.list(organizationId, limit);
  }

  /** Whether no carrier has taken the document yet, so that it can still be kept back. */
  @Transactional(readOnly = true)
  public boolean isWaiting(UUID id) {
    return mapper.isUntouched(id);
  }

  /**
   * Keeps a document back that no carrier has taken yet.
   *
   * @return false when it is too late: it has left, or is just leaving
   */
  public boolean withdraw(UUID id) {
    return mapper.deleteUntouched(id) == 1;
  }

  /** Takes what is due; nobody else gets it before the next try is. */
  public List<OutboxDocument> claim(int limit) {
    Instant now = now();
    return mapper.claimDue(now, now.plus(RETRY_AFTER), limit);
  }

  /** It is where it belongs. */
  public void delivered(UUID id) {
    mapper.updateDelivered(id, now());
  }

  /** It could not be delivered now; it is tried again. */
  public void failed(UUID id, String why) {
    mapper.updateLastError(id, why);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
