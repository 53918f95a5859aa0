package org.countinghouse.procurement.correspondence;

import org.countinghouse.procurement.OrderCancelled;
import org.countinghouse.procurement.OrderChanged;
import org.countinghouse.procurement.OrderIssued;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Writes to suppliers when something about their orders has been decided. After the decision has
 * committed, from the event register: a decision never waits for a printer, and a letter that could
 * not be written is written when the server starts again.
 */
@Component
class OrderLetterDesk {

  private final OrderLetters letters;

  OrderLetterDesk(OrderLetters letters) {
    this.letters = letters;
  }

  @ApplicationModuleListener
  void on(OrderIssued event) {
    letters.send(event.orderId(), LetterKind.ORDER, event.version());
  }

  @ApplicationModuleListener
  void on(OrderChanged event) {
    letters.send(event.orderId(), LetterKind.CHANGE, event.version());
  }

  @ApplicationModuleListener
  void on(OrderCancelled event) {
    if (event.issued()) {
      letters.send(event.orderId(), LetterKind.CANCELLATION, event.version());
    }
  }
}
