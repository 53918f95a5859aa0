package org.countinghouse.routes.receipts.table;

import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.ReceiptError;
import org.countinghouse.procurement.receipts.ReceiptImport;
import org.countinghouse.routes.tables.TableDocuments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Records what a warehouse counted, from tables in channel {@code receipts}. */
@Component
@Order(20)
class ReceiptTableHandler implements DocumentHandler<List<ReceiptImport.Row>> {

  private final ReceiptImport imports;

  ReceiptTableHandler(ReceiptImport imports) {
    this.imports = imports;
  }

  @Override
  public String channel() {
    return "receipts";
  }

  /** Text or a workbook, but no XML: that is another handler's, or nobody's. */
  @Override
  public boolean recognizes(IncomingDocument document) {
    byte[] head = document.head(3);
    return TableDocuments.looksLikeTable(document) && (head.length == 0 || head[0] != '<');
  }

  @Override
  public Reading<List<ReceiptImport.Row>> read(IncomingDocument document) {
    return TableDocuments.read(
        () -> {
          List<ReceiptImport.Row> rows = ReceiptImport.read(document.bytes());
          return Reading.of(rows, rows.size() + " counted lines", List.of());
        });
  }

  @Override
  public Outcome apply(IncomingDocument document, List<ReceiptImport.Row> rows) {
    List<Receipt> recorded =
        imports.record(
            document.organizationId(), rows, document.documentId(), Actor.system("inbox"));
    List<Finding> held =
        recorded.stream()
            .filter(receipt -> receipt.state() == Receipt.State.HELD)
            .map(receipt -> ReceiptError.HELD.at("", receipt.number()))
            .toList();
    return Outcome.accepted(
            recorded.stream()
                .map(receipt -> new Link("procurement.receipt", receipt.id(), receipt.number()))
                .toArray(Link[]::new))
        .warning(held);
  }
}
