package org.countinghouse.procurement;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One wording of an order and how far it is.
 *
 * @param version counted from 1
 * @param reason why an issued order is to change; null for the first
 * @param approvedContent the wording last agreed to while this version was on its way
 * @param increase what needs approval, in base currency; null until it was handed in
 * @param preparedBy who wrote it first
 * @param changedBy who changed it last
 * @param agreedBy who settled supplier and price
 * @param approvedBy who agreed last; null where nothing was to be agreed to
 */
public record OrderVersion(
    UUID id,
    UUID organizationId,
    UUID orderId,
    String orderNumber,
    int version,
    State state,
    @Nullable String reason,
    OrderContent content,
    @Nullable OrderContent approvedContent,
    @Nullable Money increase,
    String preparedBy,
    Instant preparedAt,
    String changedBy,
    @Nullable String submittedBy,
    @Nullable Instant submittedAt,
    @Nullable String agreedBy,
    @Nullable String approvedBy,
    @Nullable String approvedFor,
    @Nullable Instant approvedAt,
    @Nullable Instant inForceAt,
    @Nullable String endReason) {

  /** How far a version is. */
  public enum State {
    DRAFT,
    SUBMITTED,
    REJECTED,
    APPROVED,
    IN_FORCE,
    REPLACED,
    WITHDRAWN;

    /** Whether it may still come into force. */
    public boolean isOpen() {
      return this == DRAFT || this == SUBMITTED || this == REJECTED || this == APPROVED;
    }
  }

  /** Whether an order that is with its supplier is to change. */
  public boolean isChange() {
    return version > 1;
  }

  /** What people know it by: the order's number, for a change with the version behind it. */
  public String reference() {
    return isChange() ? orderNumber + "/" + version : orderNumber;
  }

  /** The people who may not approve it; the product itself is nobody. */
  public Set<String> makers() {
    return Arrays.asList(preparedBy, changedBy, submittedBy, agreedBy).stream()
        .filter(Objects::nonNull)
        .filter(name -> !name.startsWith("system:"))
        .collect(Collectors.toSet());
  }
}
