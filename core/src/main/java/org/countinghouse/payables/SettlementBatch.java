package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Many items settled from one account by one journal.
 *
 * @param settledOn the posting date
 * @param account of the ledger the money leaves; payments in transit, where a bank has yet to act
 * @param description of the journal
 * @param reference unique among settlements: the run's number and the bank account's code
 */
public record SettlementBatch(
    UUID organizationId,
    LocalDate settledOn,
    String account,
    String description,
    String reference,
    List<Part> parts) {

  /** Keeps its own copy of the parts. */
  public SettlementBatch {
    parts = List.copyOf(parts);
  }

  /**
   * One item of it.
   *
   * @param settlementId the id the settlement gets
   * @param paid in the item's currency and with its sign; below zero a credit note is used up
   * @param discount taken off besides, same sign; zero for none
   * @param reference of the payment: its end-to-end id
   */
  public record Part(
      UUID settlementId, UUID itemId, BigDecimal paid, BigDecimal discount, String reference) {}
}
