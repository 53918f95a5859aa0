package org.countinghouse.procurement.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.OrganizationProfile;
import org.countinghouse.payables.Supplier;
import org.countinghouse.procurement.OrderContent;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.jspecify.annotations.Nullable;

/**
 * Everything a letter about an order says, in whatever format.
 *
 * @param writtenOn the day of the letter, where the organization is
 * @param before the wording that was in force before, of a change; null otherwise
 * @param buyer how the buyer is called; null when nobody of the house placed it
 */
record OrderLetter(
    LetterKind kind,
    PurchaseOrder order,
    Organization organization,
    OrganizationProfile profile,
    Supplier supplier,
    LocalDate writtenOn,
    @Nullable OrderContent before,
    @Nullable String buyer) {

  /** What became of a line by a change. */
  enum LineChange {
    SAME,
    ADDED,
    CHANGED
  }

  /** What the line said before; empty for one that is new, and where nothing was before. */
  Optional<OrderContent.Line> before(OrderLine line) {
    return before == null ? Optional.empty() : before.line(line.id());
  }

  LineChange change(OrderLine line) {
    if (before == null) {
      return LineChange.SAME;
    }
    return before(line)
        .map(was -> says(was, line) ? LineChange.SAME : LineChange.CHANGED)
        .orElse(LineChange.ADDED);
  }

  /** Lines that were there before and are not any more. */
  List<OrderContent.Line> dropped() {
    if (before == null) {
      return List.of();
    }
    List<UUID> left = order.lines().stream().map(OrderLine::id).toList();
    return before.lines().stream().filter(line -> !left.contains(line.id())).toList();
  }

  private static boolean says(OrderContent.Line was, OrderLine is) {
    return was.name().equals(is.name())
        && was.unit().equals(is.unit())
        && was.quantity().compareTo(is.quantity()) == 0
        && was.unitPrice().compareTo(is.unitPrice()) == 0;
  }
}
