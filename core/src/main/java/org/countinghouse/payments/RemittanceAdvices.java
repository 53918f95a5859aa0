package org.countinghouse.payments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.notification.Mail;
import org.countinghouse.notification.Mails;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierContacts;
import org.countinghouse.payables.SupplierLanguage;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.print.Values;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remittance advice: which invoices and credit notes a payment settles, and what was kept as
 * discount. Every supplier with a mail address is told of every payment; up to {@value
 * #ATTACHED_MAX} payments in a run with a PDF, beyond that in the mail's own text only, which says
 * the same. Who has no address gets the PDF on paper, when somebody prints it.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class RemittanceAdvices {

  private static final String TEMPLATE = "payments/remittance-advice";
  private static final int PAGE = 500;
  private static final int ATTACHED_MAX = 1000;

  private final AdviceMapper mapper;
  private final AdvicePrinter printer;
  private final Payments payments;
  private final Suppliers suppliers;
  private final SupplierContacts contacts;
  private final Organizations organizations;
  private final Documents documents;
  private final Mails mails;

  RemittanceAdvices(
      AdviceMapper mapper,
      AdvicePrinter printer,
      Payments payments,
      Suppliers suppliers,
      SupplierContacts contacts,
      Organizations organizations,
      Documents documents,
      Mails mails) {
    this.mapper = mapper;
    this.printer = printer;
    this.payments = payments;
    this.suppliers = suppliers;
    this.contacts = contacts;
    this.organizations = organizations;
    this.documents = documents;
    this.mails = mails;
  }

  /**
   * The advice of a payment as a PDF; the one that was written before, if there is one.
   *
   * @throws BusinessException {@code payments.payment-unknown}
   */
  public Document print(UUID paymentId) {
    Payment payment = payments.require(paymentId);
    @Nullable UUID written = mapper.findDocument(paymentId);
    if (written != null) {
      return documents.get(written);
    }
    Supplier supplier = suppliers.require(payment.supplierId());
    Document document = printer.print(payment, supplier, contacts.of(supplier.id()));
    mapper.upsert(payment.organizationId(), paymentId, document.id(), null);
    return document;
  }

  /**
   * Tells the suppliers of a run, each payment once.
   *
   * @param count how many payments the run has
   */
  void tell(UUID runId, int count) {
    if (!mapper.hasReaders(runId)) {
      return;
    }
    @Nullable String after = null;
    List<Payment> page;
    do {
      page = payments.ofRun(runId, after, PAGE);
      if (!page.isEmpty()) {
        tell(page, count <= ATTACHED_MAX);
        after = page.get(page.size() - 1).endToEndId();
      }
    } while (page.size() == PAGE);
  }

  private void tell(List<Payment> page, boolean attach) {
    UUID organizationId = page.get(0).organizationId();
    List<UUID> ids = page.stream().map(Payment::supplierId).distinct().toList();
    Map<UUID, SupplierContact> readers =
        contacts.of(organizationId, ids).entrySet().stream()
            .filter(entry -> entry.getValue().email() != null)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (readers.isEmpty()) {
      return;
    }
    Map<UUID, Supplier> known = suppliers.byId(organizationId, readers.keySet());
    Organization organization = organizations.byId(organizationId);
    for (Payment payment : page) {
      SupplierContact reader = readers.get(payment.supplierId());
      Supplier supplier = known.get(payment.supplierId());
      if (reader != null && supplier != null) {
        tell(payment, supplier, reader, organization, attach);
      }
    }
  }

  private void tell(
      Payment payment,
      Supplier supplier,
      SupplierContact reader,
      Organization organization,
      boolean attach) {
    String address = Objects.requireNonNull(reader.email());
    @Nullable UUID document = attach ? printer.print(payment, supplier, reader).id() : null;
    if (mapper.insertUnlessTold(organization.id(), payment.id(), document, address) == 0) {
      return;
    }
    Locale language = SupplierLanguage.of(supplier, reader, organization);
    mails.send(
        new Mail(
            organization.id(),
            List.of(address),
            TEMPLATE,
            model(payment, supplier, language),
            document == null ? List.of() : List.of(document),
            TEMPLATE + "/" + payment.id(),
            language));
  }

  private static Map<String, Object> model(Payment payment, Supplier supplier, Locale language) {
    var values = new Values(language);
    return Map.of(
        "supplier", supplier.name(),
        "amount", values.format(payment.amount()),
        "payOn", values.format(payment.payOn()),
        "account", payment.account().masked(),
        "endToEndId", payment.endToEndId(),
        "parts",
            payment.parts().stream()
                .map(
                    part ->
                        Map.of(
                            "number", part.supplierInvoiceNumber(),
                            "issuedOn", values.format(part.issuedOn()),
                            "amount", values.format(part.amount()),
                            "discount",
                                part.discount().isZero() ? "" : values.format(part.discount())))
                .toList());
  }
}
