package org.countinghouse.payables;

import java.util.List;

/** What is said when a supplier is made by hand. */
public record NewSupplier(Party party, SupplierTerms terms, List<PayeeAccount> accounts) {

  public NewSupplier {
    accounts = List.copyOf(accounts);
  }
}
