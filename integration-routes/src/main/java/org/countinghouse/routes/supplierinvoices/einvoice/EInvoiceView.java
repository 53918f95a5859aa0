package org.countinghouse.routes.supplierinvoices.einvoice;

import java.util.Locale;
import java.util.Optional;
import org.countinghouse.documents.spi.DocumentView;
import org.springframework.stereotype.Component;

/** Shows e-invoices as a page that a person can check like a paper one. */
@Component
class EInvoiceView implements DocumentView {

  private final EInvoiceReader reader;

  EInvoiceView(EInvoiceReader reader) {
    this.reader = reader;
  }

  @Override
  public Optional<String> html(byte[] content, Locale locale) {
    return reader.peek(content).map(invoice -> new InvoicePage(invoice, locale).html());
  }
}
