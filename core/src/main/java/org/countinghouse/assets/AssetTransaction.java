package org.countinghouse.assets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed the value of an asset; it never changes.
 *
 * @param cost change of the cost
 * @param accumulated change of what is written down; positive is a charge
 * @param proceeds of a disposal
 * @param journalId absent: the ledger has it from elsewhere
 * @param reversesId the transaction it undoes
 */
public record AssetTransaction(
    UUID id,
    UUID organizationId,
    UUID assetId,
    Kind kind,
    LocalDate effectiveOn,
    Money cost,
    Money accumulated,
    @Nullable Money proceeds,
    @Nullable UUID journalId,
    @Nullable UUID reversesId,
    @Nullable String reason,
    String createdBy,
    Instant recordedAt) {

  /** What can happen to an asset. */
  public enum Kind {
    ACQUISITION,
    TAKEOVER,
    ADDITION,
    DEPRECIATION,
    IMPAIRMENT,
    DISPOSAL,
    REVERSAL
  }

  /** What a disposal brought: above the book value a gain, below it negative, a loss. */
  public @Nullable Money result() {
    return kind == Kind.DISPOSAL && proceeds != null
        ? proceeds.plus(cost).minus(accumulated)
        : null;
  }
}
