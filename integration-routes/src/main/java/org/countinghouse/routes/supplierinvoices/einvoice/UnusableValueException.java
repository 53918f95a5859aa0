package org.countinghouse.routes.supplierinvoices.einvoice;

import org.countinghouse.errors.Finding;

/**
 * A value that we need is missing or not what it should be, though the official rules passed it.
 */
final class UnusableValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  UnusableValueException(String place, String term, String value) {
    super(term);
    this.finding = EInvoiceError.VALUE_MISSING.at(place, term, value);
  }

  Finding finding() {
    return finding;
  }
}
