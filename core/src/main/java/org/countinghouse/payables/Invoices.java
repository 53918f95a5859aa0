package org.countinghouse.payables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Iban;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.spi.InvoiceBackground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads claims. */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class Invoices {

  /** Days around the document date in which a claim of the same amount is suspicious. */
  private static final int NEAR_DAYS = 7;

  private final InvoiceStore store;
  private final InvoiceMapper mapper;
  private final Suppliers suppliers;
  private final Organizations organizations;
  private final List<InvoiceBackground> backgrounds;
  private final Clock clock;

  Invoices(
      InvoiceStore store,
      InvoiceMapper mapper,
      Suppliers suppliers,
      Organizations organizations,
      List<InvoiceBackground> backgrounds,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.suppliers = suppliers;
    this.organizations = organizations;
    this.backgrounds = List.copyOf(backgrounds);
    this.clock = clock;
  }

  /**
   * The claim of this id.
   *
   * @throws BusinessException {@code payables.invoice-unknown}
   */
  public SupplierInvoice require(UUID id) {
    return store.require(id);
  }

  /** The claim of this number of ours, in the organization of this code. */
  public Optional<SupplierInvoice> find(String organization, String documentNumber) {
    return store.findByDocumentNumber(organization, documentNumber);
  }

  /**
   * The claim with all its parts.
   *
   * @throws BusinessException {@code payables.invoice-unknown}
   */
  public InvoiceDetails details(UUID id) {
    return store.details(store.require(id));
  }

  /**
   * The claim of this supplier that stands under a number of his, however it is written; the latest
   * where he used the number in several years.
   */
  public Optional<SupplierInvoice> findOfSupplier(
      UUID organizationId, UUID supplierId, String number) {
    UUID found = mapper.findByNumber(organizationId, supplierId, Normalized.invoiceNumber(number));
    return found == null ? Optional.empty() : store.find(found);
  }

  /** One line of a list. */
  public record Entry(
      UUID id,
      String documentNumber,
      String number,
      InvoiceType type,
      UUID supplierId,
      String supplierName,
      LocalDate issuedOn,
      LocalDate dueOn,
      Money payable,
      InvoiceState state) {}

  /** The claims that match, newest first. */
  public List<Entry> list(InvoiceFilter filter) {
    return mapper.list(filter).stream()
        .map(
            row ->
                new Entry(
                    row.id(),
                    row.documentNumber(),
                    row.number(),
                    row.type(),
                    row.supplierId(),
                    row.supplierName(),
                    row.issuedOn(),
                    row.dueOn(),
                    new Money(row.payable(), Currency.getInstance(row.currency())),
                    row.state()))
        .toList();
  }

  /** What somebody should look at before approving; nothing of it stops the claim. */
  public List<Finding> warnings(InvoiceDetails details) {
    SupplierInvoice invoice = details.invoice();
    List<Finding> warnings = new ArrayList<>();
    Set<String> verified =
        suppliers.accounts(details.supplier().id()).stream()
            .filter(account -> account.state() == SupplierAccount.State.VERIFIED)
            .map(account -> account.number().identity())
            .collect(Collectors.toSet());
    for (PayeeAccount account : details.payeeAccounts()) {
      AccountNumber number = BankNumbers.stated(account);
      if (!number.isIban() && Iban.isMeant(account.number())) {
        warnings.add(PayablesError.IBAN_INVALID.at("payeeAccounts", account.masked()));
      }
      if (!verified.contains(number.identity())) {
        warnings.add(PayablesError.ACCOUNT_UNVERIFIED.at("payeeAccounts", account.masked()));
      }
    }
    mapper
        .listNear(
            invoice.id(),
            invoice.issuedOn().minusDays(NEAR_DAYS),
            invoice.issuedOn().plusDays(NEAR_DAYS))
        .forEach(
            near ->
                warnings.add(
                    PayablesError.NEAR_DUPLICATE.at(
                        near.id().toString(), near.documentNumber(), near.number())));
    if (!invoice.seller().name().strip().equalsIgnoreCase(details.supplier().name())) {
      warnings.add(
          PayablesError.SELLER_DIFFERS.at(
              "seller", invoice.seller().name(), details.supplier().name()));
    }
    LocalDate today =
        LocalDate.now(clock.withZone(organizations.byId(invoice.organizationId()).zone()));
    if (invoice.issuedOn().isAfter(today)) {
      warnings.add(PayablesError.ISSUED_IN_FUTURE.at("issuedOn", invoice.issuedOn()));
    }
    if (invoice.overrideReason() != null) {
      warnings.add(PayablesError.OVERRIDDEN.at("number", invoice.overrideReason()));
    }
    backgrounds.forEach(background -> warnings.addAll(background.remarks(details)));
    return warnings;
  }
}
