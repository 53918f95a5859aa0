package org.countinghouse.payables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.approvals.Fact;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.approvals.spi.ApprovalSheet.SheetDocument;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.payables.SupplierChange.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a supplier the second person verifies: who it is, and where its money goes. */
@Component
class SupplierChangeApproval implements ApprovalSubject {

  static final String TYPE = "supplier-change";

  private final SupplierChanges changes;
  private final Suppliers suppliers;
  private final SupplierContacts contacts;
  private final SupplierBlocks blocks;
  private final SupplierWarnings warnings;
  private final Documents documents;
  private final BankNumbers numbers;

  SupplierChangeApproval(
      SupplierChanges changes,
      Suppliers suppliers,
      SupplierContacts contacts,
      SupplierBlocks blocks,
      SupplierWarnings warnings,
      Documents documents,
      BankNumbers numbers) {
    this.changes = changes;
    this.suppliers = suppliers;
    this.contacts = contacts;
    this.blocks = blocks;
    this.warnings = warnings;
    this.documents = documents;
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
        change.kind() == Kind.UNBLOCK
            ? "why the supplier may be paid again"
            : "how the bank details were checked, for example by calling a number known before");
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ApprovalSheet sheet(UUID subjectId) {
    SupplierChange change = changes.require(subjectId);
    Supplier supplier = suppliers.require(change.supplierId());
    return new ApprovalSheet(
        List.of(),
        Stream.of(change.sourceDocumentId())
            .filter(Objects::nonNull)
            .map(documents::get)
            .map(found -> new SheetDocument(found.id(), found.name(), found.mediaType()))
            .toList(),
        warnings.of(change, supplier),
        null);
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
    if (change.kind() == Kind.UNBLOCK) {
      blocks.of(supplier.id()).stream()
          .filter(SupplierBlock::open)
          .forEach(block -> facts.add(Fact.of("supplier.blocked", block.reason())));
      facts.add(Fact.of("change.reason", change.reason()));
      return facts;
    }
    facts.add(Fact.of("supplier.paymentDays", supplier.terms().paymentDays()));
    SupplierContact contact = contacts.of(supplier.id());
    add(facts, "supplier.email", contact.email());
    add(facts, "supplier.phone", contact.phone());
    addAccounts(facts, change);
    return facts;
  }

  private void addAccounts(List<Fact> facts, SupplierChange change) {
    for (SupplierAccount account : suppliers.accounts(change.supplierId())) {
      boolean asked = change.accountId() == null || account.id().equals(change.accountId());
      if (account.state() == SupplierAccount.State.VERIFIED) {
        facts.add(fact("supplier.accountBefore", account));
      } else if (asked && account.state() == SupplierAccount.State.PROPOSED) {
        facts.add(fact("supplier.account", account));
        add(facts, "supplier.bic", account.bic());
        add(facts, "supplier.holder", account.holder());
      }
    }
    if (change.replaces()) {
      facts.add(Fact.of("supplier.replacesAccounts", true));
    }
  }

  private Fact fact(String kind, SupplierAccount account) {
    return numbers.fact(kind, account.organizationId(), account.number());
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
