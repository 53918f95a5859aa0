package org.countinghouse.server.api.close;

import org.countinghouse.close.SignOffs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every minute whether what people signed off is still so. Every node does it; one statement
 * when nothing has moved.
 */
@Component
@ConditionalOnWebApplication
class SignOffWatch {

  private final SignOffs signOffs;

  SignOffWatch(SignOffs signOffs) {
    this.signOffs = signOffs;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void decertify() {
    signOffs.decertifyMoved();
  }
}
