package org.countinghouse.assets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.AssetTransaction.Kind;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of the register: where the asset stands in the ledger, who does it and when.
 *
 * @param at instant of recording
 */
record Movement(Asset asset, AssetCategory category, Actor by, Instant at) {

  /** A change of value. */
  TransactionRow of(
      Kind kind,
      LocalDate on,
      Money cost,
      Money accumulated,
      @Nullable UUID journalId,
      @Nullable String reason) {
    return row(kind, on, cost, accumulated, null, journalId, reason);
  }

  /** It goes, or a part of it. */
  TransactionRow disposal(
      LocalDate on,
      Money cost,
      Money accumulated,
      Money proceeds,
      @Nullable UUID journalId,
      String reason) {
    return row(
        Kind.DISPOSAL, on, cost.negated(), accumulated.negated(), proceeds, journalId, reason);
  }

  private TransactionRow row(
      Kind kind,
      LocalDate on,
      Money cost,
      Money accumulated,
      @Nullable Money proceeds,
      @Nullable UUID journalId,
      @Nullable String reason) {
    return new TransactionRow(
        Ids.next(),
        asset.organizationId(),
        asset.id(),
        kind,
        on,
        AssetStore.firstOfMonth(on),
        cost.amount(),
        accumulated.amount(),
        cost.currency().getCurrencyCode(),
        AssetStore.amount(proceeds),
        journalId,
        null,
        category.costAccount(),
        category.depreciationAccount(),
        reason,
        by.username(),
        at);
  }

  /** The mirror image of a row. */
  static TransactionRow mirror(
      TransactionRow row,
      LocalDate on,
      @Nullable UUID journalId,
      String reason,
      Actor by,
      Instant at) {
    return new TransactionRow(
        Ids.next(),
        row.organizationId(),
        row.assetId(),
        Kind.REVERSAL,
        on,
        AssetStore.firstOfMonth(on),
        row.cost().negate(),
        row.accumulated().negate(),
        row.currency(),
        row.proceeds() == null ? null : row.proceeds().negate(),
        journalId,
        row.id(),
        row.costAccount(),
        row.depreciationAccount(),
        reason,
        by.username(),
        at);
  }
}
