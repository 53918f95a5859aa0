package org.countinghouse.payments;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells suppliers of payments once a release has committed, from the event register: a release
 * never waits for a printer, and what could not be told is told when the server starts again.
 */
@Component
class RemittanceDesk {

  private final RemittanceAdvices advices;

  RemittanceDesk(RemittanceAdvices advices) {
    this.advices = advices;
  }

  @ApplicationModuleListener
  void on(PaymentRunReleased event) {
    advices.tell(event.runId(), event.payments());
  }
}
