package org.countinghouse.payables;

/** What kind of claim a supplier makes. */
public enum InvoiceType {
  /** The supplier wants money from us. */
  INVOICE,
  /** The supplier gives money back; its amounts are stored positive and posted mirrored. */
  CREDIT_NOTE
}
