package org.countinghouse.payables;

import java.time.Instant;
import java.util.List;

/** A claim with all its parts. */
public record InvoiceDetails(
    SupplierInvoice invoice,
    Supplier supplier,
    List<InvoiceLine> lines,
    List<ReceivedTax> taxes,
    List<PayeeAccount> payeeAccounts,
    List<Note> notes) {

  public InvoiceDetails {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    payeeAccounts = List.copyOf(payeeAccounts);
    notes = List.copyOf(notes);
  }

  /** Something said while the claim was clarified. */
  public record Note(String text, String writtenBy, Instant writtenAt) {}
}
