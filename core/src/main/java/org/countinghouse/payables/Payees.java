package org.countinghouse.payables;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.bankdetails.Bic;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of suppliers as payments need them: many at once. What pays in bulk may as well read
 * {@code finance.supplier_payee_v} and {@code finance.supplier_hold_v} in its own statements; the
 * numbers there are encrypted for the organization and may be copied as they are.
 */
@Service
@Transactional(readOnly = true)
public class Payees {

  private final PayeeMapper mapper;
  private final BankNumbers numbers;

  Payees(PayeeMapper mapper, BankNumbers numbers) {
    this.mapper = mapper;
    this.numbers = numbers;
  }

  /** The payees of these accounts, by account; one statement. */
  public Map<UUID, Payee> byAccount(UUID organizationId, Collection<UUID> accountIds) {
    Map<UUID, Payee> payees = new HashMap<>();
    for (PayeeMapper.Row row : mapper.list(organizationId, texts(accountIds))) {
      payees.put(row.accountId(), payee(organizationId, row));
    }
    return payees;
  }

  /**
   * Where the money of these suppliers goes now, by supplier: the account verified last, still
   * waiting or not. Suppliers without a verified account are missing. One statement.
   */
  public Map<UUID, Payee> bySupplier(UUID organizationId, Collection<UUID> supplierIds) {
    Map<UUID, Payee> payees = new HashMap<>();
    for (PayeeMapper.Row row : mapper.listOfSuppliers(organizationId, texts(supplierIds))) {
      payees.put(row.supplierId(), payee(organizationId, row));
    }
    return payees;
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private Payee payee(UUID organizationId, PayeeMapper.Row row) {
    String bic = row.bic();
    String holder = row.holder();
    return new Payee(
        row.accountId(),
        row.supplierId(),
        row.supplierNumber(),
        holder == null || holder.isBlank() ? row.supplierName() : holder,
        numbers.decrypt(organizationId, row.numberCipher()),
        bic == null || !Bic.isValid(bic) ? null : new Bic(bic),
        new Party.PostalAddress(
            row.street(), row.additional(), row.city(), row.postCode(), row.country()),
        row.payable());
  }
}
