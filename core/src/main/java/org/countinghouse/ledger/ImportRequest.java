package org.countinghouse.ledger;

import java.util.UUID;
import org.countinghouse.access.Actor;

/**
 * A journal file to import.
 *
 * @param requestId who asks, a job run or an inbox document: asking again returns what was done
 * @param name of the file, for people
 * @param sha256 of its bytes, 64 hex digits; the same content is imported once per organization
 * @param separator between fields, unless the file's first line says {@code sep=} and another
 */
public record ImportRequest(
    UUID requestId, UUID organizationId, String name, String sha256, char separator, Actor maker) {}
