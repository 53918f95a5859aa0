package org.countinghouse.payables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countinghouse.approvals.Fact;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceMapper.CodingRow;
import org.countinghouse.payables.InvoiceMapper.Keys;
import org.countinghouse.payables.InvoiceMapper.LineRow;
import org.countinghouse.payables.InvoiceMapper.PayeeRow;
import org.countinghouse.payables.InvoiceMapper.Row;
import org.countinghouse.payables.InvoiceMapper.TaxRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims between their rows and their values. */
@Component
class InvoiceStore {

  private final InvoiceMapper mapper;
  private final SupplierMapper suppliers;
  private final BankNumbers numbers;
  private final ObjectMapper json;

  InvoiceStore(
      InvoiceMapper mapper, SupplierMapper suppliers, BankNumbers numbers, ObjectMapper json) {
    this.mapper = mapper;
    this.suppliers = suppliers;
    this.numbers = numbers;
    this.json = json;
  }

  Optional<SupplierInvoice> find(UUID id) {
    return Optional.ofNullable(mapper.find(id)).map(this::invoice);
  }

  Optional<SupplierInvoice> findByDocumentNumber(String organization, String documentNumber) {
    return Optional.ofNullable(mapper.findByDocumentNumber(organization, documentNumber))
        .map(this::invoice);
  }

  SupplierInvoice require(UUID id) {
    return find(id).orElseThrow(() -> PayablesError.INVOICE_UNKNOWN.with(id));
  }

  /** The claim, nobody else changing it until this transaction ends. */
  SupplierInvoice lock(UUID id) {
    Row row = mapper.lockById(id);
    if (row == null) {
      throw PayablesError.INVOICE_UNKNOWN.with(id);
    }
    return invoice(row);
  }

  InvoiceDetails details(SupplierInvoice invoice) {
    SupplierMapper.Row supplier = suppliers.find(invoice.supplierId());
    if (supplier == null) {
      throw PayablesError.SUPPLIER_UNKNOWN.with(invoice.supplierId());
    }
    return new InvoiceDetails(
        invoice,
        supplier.supplier(),
        mapper.listLines(invoice.id()).stream().map(InvoiceStore::line).toList(),
        mapper.listTaxes(invoice.id()).stream().map(InvoiceStore::tax).toList(),
        mapper.listPayeeAccounts(invoice.id()).stream().map(this::payee).toList(),
        mapper.listNotes(invoice.id()));
  }

  /** Everything about a claim that, if it changes, has to be approved again. */
  List<Fact> facts(InvoiceDetails details) {
    return InvoiceFacts.of(details, numbers);
  }

  /** Stores a received document with all its parts. */
  void insert(SupplierInvoice invoice, Keys keys, ReceivedInvoice received) {
    mapper.insert(row(invoice), keys);
    UUID organization = invoice.organizationId();
    UUID id = invoice.id();
    mapper.insertLines(
        numbered(received.lines(), (position, line) -> lineRow(organization, id, position, line)));
    if (!received.taxes().isEmpty()) {
      mapper.insertTaxes(
          numbered(received.taxes(), (position, tax) -> taxRow(organization, id, position, tax)));
    }
    if (!received.payeeAccounts().isEmpty()) {
      mapper.insertPayeeAccounts(
          numbered(
              received.payeeAccounts(),
              (position, account) -> payeeRow(organization, id, position, account)));
    }
  }

  /** Puts this coding in the place of whatever was there. */
  void replaceCodings(SupplierInvoice invoice, Coding coding) {
    mapper.deleteCodings(invoice.id());
    mapper.insertCodings(
        coding.lines().entrySet().stream()
            .map(
                line ->
                    new CodingRow(
                        invoice.organizationId(), invoice.id(), line.getKey(), line.getValue()))
            .toList());
  }

  private interface Numbered<T, R> {
    R apply(int position, T part);
  }

  private static <T, R> List<R> numbered(List<T> parts, Numbered<T, R> made) {
    return IntStream.range(0, parts.size())
        .mapToObj(index -> made.apply(index + 1, parts.get(index)))
        .toList();
  }

  private PayeeRow payeeRow(UUID organization, UUID id, int position, PayeeAccount account) {
    AccountNumber number = BankNumbers.stated(account);
    return new PayeeRow(
        organization,
        id,
        position,
        numbers.encryptStated(organization, account),
        numbers.print(organization, number),
        account.bic(),
        account.holder());
  }

  private PayeeAccount payee(PayeeRow row) {
    return new PayeeAccount(
        numbers.decryptStated(row.organizationId(), row.numberCipher()), row.bic(), row.holder());
  }

  private static LineRow lineRow(UUID organization, UUID id, int position, ReceivedLine line) {
    return new LineRow(
        organization,
        id,
        position,
        line.kind(),
        line.reference(),
        line.name(),
        line.description(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.net().amount(),
        line.net().currency().getCurrencyCode(),
        line.taxCategory(),
        line.taxRate(),
        line.orderLine(),
        line.sellerItem(),
        null,
        null,
        null,
        null);
  }

  private static TaxRow taxRow(UUID organization, UUID id, int position, ReceivedTax tax) {
    return new TaxRow(
        organization,
        id,
        position,
        tax.category(),
        tax.rate(),
        tax.taxable().amount(),
        tax.tax().amount(),
        tax.tax().currency().getCurrencyCode(),
        tax.exemptionReason());
  }

  private static InvoiceLine line(LineRow row) {
    return new InvoiceLine(
        row.position(),
        new ReceivedLine(
            row.kind(),
            row.reference(),
            row.name(),
            row.description(),
            row.quantity(),
            row.unit(),
            row.unitPrice(),
            new Money(row.net(), Currency.getInstance(row.currency())),
            row.taxCategory(),
            row.taxRate(),
            row.orderLine(),
            row.sellerItem()),
        row.account() == null || row.taxCode() == null
            ? null
            : new LineCoding(row.account(), row.costCentre(), row.project(), row.taxCode()));
  }

  private static ReceivedTax tax(TaxRow row) {
    Currency currency = Currency.getInstance(row.currency());
    return new ReceivedTax(
        row.category(),
        row.rate(),
        new Money(row.taxable(), currency),
        new Money(row.tax(), currency),
        row.exemptionReason());
  }

  private Row row(SupplierInvoice invoice) {
    ReceivedInvoice.Totals totals = invoice.totals();
    return new Row(
        invoice.id(),
        invoice.organizationId(),
        invoice.documentNumber(),
        invoice.supplierId(),
        invoice.type(),
        invoice.number(),
        invoice.issuedOn(),
        invoice.dueOn(),
        invoice.currency().getCurrencyCode(),
        totals.net().amount(),
        totals.tax().amount(),
        totals.gross().amount(),
        totals.prepaid().amount(),
        totals.payable().amount(),
        write(invoice.seller()),
        write(invoice.buyer()),
        invoice.orderReference(),
        invoice.buyerReference(),
        invoice.precedingInvoice(),
        invoice.note(),
        invoice.inboxDocumentId(),
        invoice.documentId(),
        invoice.state(),
        invoice.postingDate(),
        invoice.baseRate(),
        invoice.receivedBy(),
        invoice.receivedAt(),
        invoice.codedBy(),
        invoice.approvedBy(),
        invoice.journalId(),
        invoice.endReason(),
        invoice.duplicateOf(),
        invoice.overrideReason(),
        invoice.overriddenBy(),
        invoice.prepayment(),
        invoice.approvalBasis());
  }

  private SupplierInvoice invoice(Row row) {
    Currency currency = Currency.getInstance(row.currency());
    return new SupplierInvoice(
        row.id(),
        row.organizationId(),
        row.documentNumber(),
        row.supplierId(),
        row.type(),
        row.number(),
        row.issuedOn(),
        row.dueOn(),
        currency,
        new ReceivedInvoice.Totals(
            new Money(row.net(), currency),
            new Money(row.tax(), currency),
            new Money(row.gross(), currency),
            new Money(row.prepaid(), currency),
            new Money(row.payable(), currency)),
        party(row.seller()),
        party(row.buyer()),
        row.orderReference(),
        row.buyerReference(),
        row.precedingInvoice(),
        row.note(),
        row.inboxDocumentId(),
        row.documentId(),
        row.state(),
        row.postingDate(),
        row.baseRate(),
        row.receivedBy(),
        row.receivedAt(),
        row.codedBy(),
        row.approvedBy(),
        row.journalId(),
        row.endReason(),
        row.duplicateOf(),
        row.overrideReason(),
        row.overriddenBy(),
        row.prepayment(),
        row.approvalBasis());
  }

  private String write(@Nullable Party party) {
    try {
      return json.writeValueAsString(party);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a party is always writable as JSON", e);
    }
  }

  private Party party(String text) {
    try {
      return json.readValue(text, Party.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is not what was written", e);
    }
  }
}
