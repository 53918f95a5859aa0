package org.countinghouse.matching;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that waits or is held.
 *
 * @param documentNumber ours
 * @param number the supplier's
 * @param since when it was matched last
 */
public record OpenMatch(
    UUID invoiceId,
    String documentNumber,
    String number,
    @Nullable String orderNumber,
    String supplier,
    Money gross,
    MatchState state,
    Instant since) {

  static OpenMatch of(MatchMapper.Waiting row) {
    return new OpenMatch(
        row.invoiceId(),
        row.documentNumber(),
        row.number(),
        row.orderNumber(),
        row.supplier(),
        new Money(row.gross(), Currency.getInstance(row.currency())),
        row.state(),
        row.changedAt());
  }
}
