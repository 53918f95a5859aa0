package org.countinghouse.routes.receipts.despatchadvice;

import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.procurement.receipts.Despatches;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.ReceiptError;
import org.countinghouse.procurement.receipts.ReceivedDespatch;
import org.countinghouse.routes.ubl.UblDocument;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes despatch advices of channel {@code receipts}. */
@Component
@Order(10)
class DespatchAdviceHandler implements DocumentHandler<ReceivedDespatch> {

  private static final Actor INBOX = Actor.system("inbox");

  private final Despatches despatches;

  DespatchAdviceHandler(Despatches despatches) {
    this.despatches = despatches;
  }

  @Override
  public String channel() {
    return "receipts";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return UblDocument.is(document, DespatchAdviceReader.KIND);
  }

  @Override
  public Reading<ReceivedDespatch> read(IncomingDocument document) {
    return DespatchAdviceReader.read(document.bytes());
  }

  @Override
  public Outcome apply(IncomingDocument document, ReceivedDespatch advice) {
    Despatches.Outcome taken =
        despatches.take(document.organizationId(), advice, document.documentId(), INBOX);
    Link[] links = taken.receipts().stream().map(DespatchAdviceHandler::link).toArray(Link[]::new);
    if (taken.isNew()) {
      return Outcome.accepted(links).warning(held(taken.receipts()));
    }
    Receipt first = taken.receipts().get(0);
    return Outcome.duplicate(
        ReceiptError.DUPLICATE.at(
            "ID", advice.number(), advice.lines().get(0).orderNumber(), first.number()),
        links);
  }

  private static List<Finding> held(List<Receipt> receipts) {
    return receipts.stream()
        .filter(receipt -> receipt.state() == Receipt.State.HELD)
        .map(receipt -> ReceiptError.HELD.at("", receipt.number()))
        .toList();
  }

  private static Link link(Receipt receipt) {
    return new Link("procurement.receipt", receipt.id(), receipt.number());
  }
}
