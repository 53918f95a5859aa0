package org.countinghouse.routes.supplierinvoices.einvoice;

import org.countinghouse.errors.Finding;

/** The bytes hold nothing that could be judged. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  RefusedException(Finding finding) {
    super(finding.message());
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
