package org.countinghouse.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * A document got its outcome. Published once per outcome, in the transaction that records it; a
 * document that is replayed gets another.
 */
public record DocumentSettled(
    UUID eventId,
    UUID inboxDocumentId,
    UUID organizationId,
    String channel,
    InboxState state,
    Instant occurredAt) {}
