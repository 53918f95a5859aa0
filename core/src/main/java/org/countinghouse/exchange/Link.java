package org.countinghouse.exchange;

import java.util.UUID;

/**
 * What a document created or repeats.
 *
 * @param kind such as {@code payables.invoice}, {@code jobs.run} or {@code exchange.document}
 * @param id of the thing
 * @param label what people call it: {@code invoice 881401 of Palokka Paper Oy}
 */
public record Link(String kind, UUID id, String label) {}
