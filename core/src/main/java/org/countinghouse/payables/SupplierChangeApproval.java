package org.countinghouse.payables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.approvals.Fact;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a supplier the second person verifies: who it is, and where its money goes. */
@Component
class SupplierChangeApproval implements ApprovalSubject {

  static final String TYPE = "supplier-change";

  private final SupplierChanges changes;
  private final Suppliers suppliers;
  private final BankNumbers numbers;

  SupplierChangeApproval(SupplierChanges changes, Suppliers suppliers, BankNumbers numbers) {
    this.changes = changes;
    this.suppliers = suppliers;
    this.numbers = numbers;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public SubjectState read(UUID subjectId) {
    SupplierChange change = changes.require(subjectId);
    Supplier supplier = suppliers.require(change.supplierId());
    return new SubjectState(
        change.organizationId(),
        change.number(),
        supplier.name(),
        null,
        null,
        makers(change),
        facts(change, supplier),
        "how the bank details were checked, for example by calling a number known before");
  }

  private List<Fact> facts(SupplierChange change, Supplier supplier) {
    List<Fact> facts = new ArrayList<>();
    Party party = supplier.party();
    facts.add(Fact.of("change.kind", change.kind()));
    facts.add(Fact.of("supplier.name", party.name()));
    add(facts, "supplier.vatId", party.vatId());
    add(facts, "supplier.taxRegistration", party.taxRegistration());
    Party.PostalAddress address = party.address();
    if (address != null) {
      add(facts, "supplier.city", address.city());
      add(facts, "supplier.country", address.country());
    }
    facts.add(Fact.of("supplier.paymentDays", supplier.terms().paymentDays()));
    suppliers.accounts(supplier.id()).stream()
        .filter(account -> account.state() == SupplierAccount.State.PROPOSED)
        .filter(account -> change.accountId() == null || account.id().equals(change.accountId()))
        .forEach(
            account ->
                facts.add(
                    numbers.fact("supplier.account", account.organizationId(), account.number())));
    return facts;
  }

  private static void add(List<Fact> facts, String kind, @Nullable String value) {
    if (value != null) {
      facts.add(Fact.of(kind, value));
    }
  }

  private static Set<String> makers(SupplierChange change) {
    return Arrays.asList(change.requestedBy(), change.preparedBy()).stream()
        .filter(Objects::nonNull)
        .filter(name -> !name.startsWith("system:"))
        .collect(Collectors.toSet());
  }
}
