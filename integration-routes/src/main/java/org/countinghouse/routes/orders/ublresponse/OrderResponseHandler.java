package org.countinghouse.routes.orders.ublresponse;

import org.countinghouse.access.Actor;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.procurement.correspondence.CorrespondenceError;
import org.countinghouse.procurement.correspondence.OrderResponse;
import org.countinghouse.procurement.correspondence.OrderResponses;
import org.countinghouse.procurement.correspondence.ReceivedResponse;
import org.countinghouse.routes.ubl.UblDocument;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes suppliers' answers to our orders, of channel {@code orders}. */
@Component
@Order(10)
class OrderResponseHandler implements DocumentHandler<ReceivedResponse> {

  private final OrderResponses responses;

  OrderResponseHandler(OrderResponses responses) {
    this.responses = responses;
  }

  @Override
  public String channel() {
    return "orders";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return UblDocument.is(document, OrderResponseReader.KIND);
  }

  @Override
  public Reading<ReceivedResponse> read(IncomingDocument document) {
    return OrderResponseReader.read(document.bytes());
  }

  @Override
  public Outcome apply(IncomingDocument document, ReceivedResponse received) {
    return responses
        .known(document.organizationId(), received)
        .map(
            first ->
                Outcome.duplicate(
                    CorrespondenceError.RESPONSE_KNOWN.at(
                        "ID", first.number(), received.orderNumber()),
                    link(first)))
        .orElseGet(() -> Outcome.accepted(link(record(document, received))));
  }

  private OrderResponse record(IncomingDocument document, ReceivedResponse received) {
    return responses.record(
        document.organizationId(), received, document.documentId(), Actor.system("inbox"));
  }

  private static Link link(OrderResponse response) {
    return new Link("procurement.order-response", response.id(), response.number());
  }
}
