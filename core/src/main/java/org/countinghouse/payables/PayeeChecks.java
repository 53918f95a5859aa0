package org.countinghouse.payables;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of accounts documents name whether they are the supplier's. */
@Component
public class PayeeChecks {

  private final Suppliers suppliers;

  PayeeChecks(Suppliers suppliers) {
    this.suppliers = suppliers;
  }

  /** One answer for each account, in the document's order. */
  @Transactional(readOnly = true)
  public List<PayeeCheck> of(UUID supplierId, List<PayeeAccount> stated) {
    if (stated.isEmpty()) {
      return List.of();
    }
    // a number that was refused once and verified later counts as it stands now
    Map<String, SupplierAccount> known =
        suppliers.accounts(supplierId).stream()
            .collect(
                Collectors.toMap(
                    account -> account.number().identity(),
                    Function.identity(),
                    (first, last) -> last));
    return stated.stream()
        .map(
            account -> {
              SupplierAccount match = known.get(BankNumbers.stated(account).identity());
              return new PayeeCheck(account.masked(), match == null ? null : match.state());
            })
        .toList();
  }
}
