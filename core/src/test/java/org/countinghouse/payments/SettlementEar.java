package org.countinghouse.payments;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.countinghouse.payables.ItemsSettled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears after the commit whose items were settled, as other modules do. */
@Component
class SettlementEar {

  private final Set<UUID> heard = ConcurrentHashMap.newKeySet();

  @TransactionalEventListener
  void on(ItemsSettled event) {
    heard.add(event.organizationId());
  }

  boolean heard(UUID organizationId) {
    return heard.contains(organizationId);
  }
}
