package org.countinghouse.procurement;

import java.time.Instant;
import org.countinghouse.money.Money;
import org.countinghouse.procurement.OrderVersion.State;
import org.jspecify.annotations.Nullable;

/** A version on its way: the same one with something else said about it. */
final class OrderVersions {

  private OrderVersions() {}

  /**
   * What approvals are measured against: what was agreed to last on the way, else what is in force.
   */
  static @Nullable OrderContent agreedBefore(OrderVersion version, @Nullable OrderContent inForce) {
    OrderContent approved = version.approvedContent();
    return approved == null ? inForce : approved;
  }

  static OrderVersion reworded(
      OrderVersion version, OrderContent content, @Nullable String reason, String by) {
    return copy(
        version,
        version.state(),
        reason,
        content,
        version.approvedContent(),
        version.increase(),
        by,
        version.submittedBy(),
        version.submittedAt(),
        version.agreedBy(),
        version.endReason());
  }

  static OrderVersion submitted(
      OrderVersion version, Money increase, String by, @Nullable String agreedBy, Instant at) {
    return copy(
        version,
        State.SUBMITTED,
        version.reason(),
        version.content(),
        version.approvedContent(),
        increase,
        version.changedBy(),
        by,
        at,
        agreedBy,
        null);
  }

  static OrderVersion in(OrderVersion version, State state) {
    return copy(
        version,
        state,
        version.reason(),
        version.content(),
        version.approvedContent(),
        version.increase(),
        version.changedBy(),
        version.submittedBy(),
        version.submittedAt(),
        version.agreedBy(),
        version.endReason());
  }

  static OrderVersion because(OrderVersion version, State state, String reason) {
    return copy(
        version,
        state,
        version.reason(),
        version.content(),
        version.approvedContent(),
        version.increase(),
        version.changedBy(),
        version.submittedBy(),
        version.submittedAt(),
        version.agreedBy(),
        reason);
  }

  static OrderVersion measured(OrderVersion version, Money increase) {
    return copy(
        version,
        version.state(),
        version.reason(),
        version.content(),
        version.approvedContent(),
        increase,
        version.changedBy(),
        version.submittedBy(),
        version.submittedAt(),
        version.agreedBy(),
        version.endReason());
  }

  static OrderVersion agreed(OrderVersion version, @Nullable String agreedBy) {
    return copy(
        version,
        version.state(),
        version.reason(),
        version.content(),
        version.approvedContent(),
        version.increase(),
        version.changedBy(),
        version.submittedBy(),
        version.submittedAt(),
        agreedBy,
        version.endReason());
  }

  static OrderVersion approved(
      OrderVersion version, @Nullable String by, @Nullable String onBehalfOf, Instant at) {
    return new OrderVersion(
        version.id(),
        version.organizationId(),
        version.orderId(),
        version.orderNumber(),
        version.version(),
        State.APPROVED,
        version.reason(),
        version.content(),
        version.content(),
        version.increase(),
        version.preparedBy(),
        version.preparedAt(),
        version.changedBy(),
        version.submittedBy(),
        version.submittedAt(),
        version.agreedBy(),
        by,
        onBehalfOf,
        by == null ? null : at,
        null,
        null);
  }

  static OrderVersion inForce(OrderVersion version, Instant at) {
    return new OrderVersion(
        version.id(),
        version.organizationId(),
        version.orderId(),
        version.orderNumber(),
        version.version(),
        State.IN_FORCE,
        version.reason(),
        version.content(),
        version.approvedContent(),
        version.increase(),
        version.preparedBy(),
        version.preparedAt(),
        version.changedBy(),
        version.submittedBy(),
        version.submittedAt(),
        version.agreedBy(),
        version.approvedBy(),
        version.approvedFor(),
        version.approvedAt(),
        at,
        null);
  }

  private static OrderVersion copy(
      OrderVersion version,
      State state,
      @Nullable String reason,
      OrderContent content,
      @Nullable OrderContent approvedContent,
      @Nullable Money increase,
      String changedBy,
      @Nullable String submittedBy,
      @Nullable Instant submittedAt,
      @Nullable String agreedBy,
      @Nullable String endReason) {
    return new OrderVersion(
        version.id(),
        version.organizationId(),
        version.orderId(),
        version.orderNumber(),
        version.version(),
        state,
        reason,
        content,
        approvedContent,
        increase,
        version.preparedBy(),
        version.preparedAt(),
        changedBy,
        submittedBy,
        submittedAt,
        agreedBy,
        version.approvedBy(),
        version.approvedFor(),
        version.approvedAt(),
        version.inForceAt(),
        endReason);
  }
}
