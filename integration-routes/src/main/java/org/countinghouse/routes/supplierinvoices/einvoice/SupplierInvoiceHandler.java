package org.countinghouse.routes.supplierinvoices.einvoice;

import java.nio.charset.StandardCharsets;
import org.countinghouse.access.Actor;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.Receipt;
import org.countinghouse.payables.ReceivedInvoice;
import org.springframework.stereotype.Component;

/** Hands e-invoices of channel {@code supplier-invoices} to payables. */
@Component
class SupplierInvoiceHandler implements DocumentHandler<ReceivedInvoice> {

  private static final int HEAD_LENGTH = 1024;
  private static final Actor INBOX = Actor.system("inbox");

  private final EInvoiceReader reader;
  private final Payables payables;

  SupplierInvoiceHandler(EInvoiceReader reader, Payables payables) {
    this.reader = reader;
    this.payables = payables;
  }

  @Override
  public String channel() {
    return "supplier-invoices";
  }

  /** A PDF, or anything that begins like XML in UTF-8, UTF-16 or an ASCII-like encoding. */
  @Override
  public boolean recognizes(IncomingDocument document) {
    byte[] head = document.head(HEAD_LENGTH);
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return InvoicePdf.isPdf(head)
        || start.replaceAll("[\\u0000\\u00EF\\u00BB\\u00BF\\u00FE\\u00FF\\s]", "").startsWith("<");
  }

  @Override
  public Reading<ReceivedInvoice> read(IncomingDocument document) {
    return reader.read(document.bytes());
  }

  @Override
  public Outcome apply(IncomingDocument document, ReceivedInvoice invoice) {
    Receipt receipt =
        payables.receive(
            document.organizationId(), invoice, document.inboxId(), document.documentId(), INBOX);
    var link =
        new Link(
            "payables.invoice",
            receipt.invoiceId(),
            invoice.number() + " of " + invoice.seller().name());
    return receipt.kind() == Receipt.Kind.ACCEPTED
        ? Outcome.accepted(link)
        : Outcome.duplicate(
            EInvoiceError.INVOICE_KNOWN.at(
                "BT-1", invoice.number(), invoice.seller().name(), receipt.invoiceId()),
            link);
  }
}
