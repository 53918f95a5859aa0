package org.countinghouse.banking;

import java.util.UUID;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementOptions;

/**
 * A file of statements that came in.
 *
 * @param documentId its bytes in the document store; what is held is read from there again
 * @param format what it was recognized as
 * @param options what the file does not say itself
 */
public record StatementDelivery(
    UUID organizationId, UUID documentId, StatementFormat format, StatementOptions options) {}
