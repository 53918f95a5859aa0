package org.countinghouse.workflows.purchaseorder;

import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderVersion;
import org.springframework.stereotype.Component;

/** Who may write at a version: its maker, and whoever places orders. */
@Component
class OrderRights {

  private static final String REQUEST = "procurement.order:request";

  private final Access access;

  OrderRights(Access access) {
    this.access = access;
  }

  /**
   * Refuses everybody else.
   *
   * @throws org.countinghouse.errors.BusinessException {@code access.forbidden}
   */
  void requireMayWrite(OrderVersion version, Actor by) {
    boolean own = version.preparedBy().equals(by.username()) && !version.isChange();
    access.require(by, own ? REQUEST : OrderDrafting.PLACE, version.organizationId());
  }

  void requireMayPlace(OrderVersion version, Actor by) {
    access.require(by, OrderDrafting.PLACE, version.organizationId());
  }
}
