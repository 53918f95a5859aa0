package org.countinghouse.routes.orders;

import org.countinghouse.access.Actor;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.procurement.correspondence.AgreedOrders;
import org.countinghouse.procurement.correspondence.CorrespondenceError;
import org.countinghouse.procurement.correspondence.ReceivedOrder;
import org.springframework.stereotype.Component;

/** Hands orders agreed elsewhere to procurement, in whatever format they came. */
@Component
public class AgreedOrderIntake {

  /** Where they are dropped. */
  public static final String CHANNEL = "orders";

  private final AgreedOrders orders;

  AgreedOrderIntake(AgreedOrders orders) {
    this.orders = orders;
  }

  /** Takes it, and says what became of it. */
  public Outcome take(IncomingDocument document, ReceivedOrder received) {
    AgreedOrders.Outcome taken =
        orders.take(
            document.organizationId(), received, document.documentId(), Actor.system("inbox"));
    var link = new Link("procurement.order", taken.order().id(), taken.order().number());
    return taken.isNew()
        ? Outcome.accepted(link)
        : Outcome.duplicate(CorrespondenceError.ORDER_KNOWN.at("", taken.order().number()), link);
  }
}
