package org.countinghouse.payables;

import java.util.List;
import org.countinghouse.payables.spi.ItemClaim;
import org.springframework.stereotype.Component;

/** Keeps what is settled by hand apart from what is paid by a run. */
@Component
class ItemClaims {

  private final List<ItemClaim> claims;

  ItemClaims(List<ItemClaim> claims) {
    this.claims = claims;
  }

  /**
   * @throws org.countinghouse.errors.BusinessException {@code payables.item-claimed}
   */
  void requireFree(DueItem item) {
    for (ItemClaim claim : claims) {
      claim
          .claimantOf(item.organizationId(), item.id())
          .ifPresent(
              claimant -> {
                throw PayablesError.ITEM_CLAIMED.with(item.documentNumber(), claimant);
              });
    }
  }

  /**
   * @throws org.countinghouse.errors.BusinessException {@code payables.settlement-elsewhere}
   */
  void requireNoPayment(Settlement settlement) {
    for (ItemClaim claim : claims) {
      claim
          .paymentOf(settlement.organizationId(), settlement.id())
          .ifPresent(
              payment -> {
                throw PayablesError.SETTLEMENT_ELSEWHERE.with(settlement.number(), payment);
              });
    }
  }
}
