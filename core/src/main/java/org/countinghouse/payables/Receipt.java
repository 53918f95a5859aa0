package org.countinghouse.payables;

import java.util.UUID;

/**
 * What became of a received document.
 *
 * @param invoiceId the invoice it created, or for a duplicate the one that was there first
 */
public record Receipt(UUID invoiceId, Kind kind) {

  /** How it was taken. */
  public enum Kind {
    ACCEPTED,
    DUPLICATE
  }
}
