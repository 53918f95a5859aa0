package org.countinghouse.payables;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of suppliers as payments need them: many at once. */
@Service
@Transactional(readOnly = true)
public class Payees {

  private final PayeeMapper mapper;

  Payees(PayeeMapper mapper) {
    this.mapper = mapper;
  }

  /** The payees of these accounts, by account; one statement. */
  public Map<UUID, Payee> byAccount(UUID organizationId, Collection<UUID> accountIds) {
    Map<UUID, Payee> payees = new HashMap<>();
    for (PayeeMapper.Row row : mapper.list(organizationId, accountIds.toArray(UUID[]::new))) {
      payees.put(row.accountId(), payee(row));
    }
    return payees;
  }

  private static Payee payee(PayeeMapper.Row row) {
    String bic = row.bic();
    String holder = row.holder();
    return new Payee(
        row.accountId(),
        row.supplierId(),
        row.supplierNumber(),
        holder == null || holder.isBlank() ? row.supplierName() : holder,
        AccountNumber.lenient(row.number()),
        bic == null || !Bic.isValid(bic) ? null : new Bic(bic),
        new Party.PostalAddress(
            row.street(), row.additional(), row.city(), row.postCode(), row.country()),
        row.payable());
  }
}
