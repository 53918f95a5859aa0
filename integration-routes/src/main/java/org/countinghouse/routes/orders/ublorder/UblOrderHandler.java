package org.countinghouse.routes.orders.ublorder;

import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.procurement.correspondence.ReceivedOrder;
import org.countinghouse.routes.orders.AgreedOrderIntake;
import org.countinghouse.routes.ubl.UblDocument;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes over UBL orders that were agreed elsewhere. */
@Component
@Order(20)
class UblOrderHandler implements DocumentHandler<ReceivedOrder> {

  private final AgreedOrderIntake intake;

  UblOrderHandler(AgreedOrderIntake intake) {
    this.intake = intake;
  }

  @Override
  public String channel() {
    return AgreedOrderIntake.CHANNEL;
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return UblDocument.is(document, UblOrderReader.KIND);
  }

  @Override
  public Reading<ReceivedOrder> read(IncomingDocument document) {
    return UblOrderReader.read(document.bytes());
  }

  @Override
  public Outcome apply(IncomingDocument document, ReceivedOrder received) {
    return intake.take(document, received);
  }
}
