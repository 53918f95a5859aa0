package org.countinghouse.payables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.payables.PayablesWorld.CLERK;
import static org.countinghouse.payables.PayablesWorld.GOOD_IBAN;
import static org.countinghouse.payables.PayablesWorld.HEAD;
import static org.countinghouse.payables.PayablesWorld.INBOX;
import static org.countinghouse.payables.PayablesWorld.invoice;
import static org.countinghouse.payables.PayablesWorld.line;
import static org.countinghouse.payables.PayablesWorld.seller;
import static org.countinghouse.payables.PayablesWorld.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.tax.TaxEntries;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a supplier invoice leaves for the tax return. */
@DatabaseTest
class InvoiceTaxTests {

  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @Autowired PayablesWorld world;
  @Autowired Payables payables;
  @Autowired InvoiceCoding coding;
  @Autowired InvoicePosting posting;
  @Autowired Invoices invoices;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired Approvals approvals;
  @Autowired TaxEntries entries;
  @Autowired Ledger ledger;

  private Organization company;

  @BeforeEach
  void company() {
    company = world.company();
    Supplier supplier =
        suppliers.create(
            company.id(),
            new NewSupplier(
                seller("Seller", "DE1"),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of(GOOD_IBAN))),
            "known",
            CLERK);
    changes.verify(changes.open(supplier.id()).get(0).id(), "called", HEAD);
  }

  @Test
  void eachRateHasItsEntryAndACreditNoteTurnsItsSigns() {
    var lines =
        List.of(
            line("1", "100.00", "S", "19"),
            line("2", "50.00", "S", "7"),
            line("3", "200.00", "AE", "0"));
    var taxes =
        List.of(
            tax("S", "19", "100.00", "19.00"),
            tax("S", "7", "50.00", "3.50"),
            tax("AE", "0", "200.00", "0.00"));
    Map<Integer, LineCoding> coded =
        Map.of(
            1, new LineCoding("6815", "2000", "V19"),
            2, new LineCoding("6815", "2000", "V7"),
            3, new LineCoding("6300", "1000", "RC19"));
    UUID note =
        posted(
            invoice("GS-1", InvoiceType.CREDIT_NOTE, seller("Seller", "DE1"), lines, taxes),
            coded,
            null);
    assertThat(entriesOf(note))
        .containsExactly(
            "V19 -100.0000 -19.0000 0.0000",
            "V7 -50.0000 -3.5000 0.0000",
            "RC19 -200.0000 -38.0000 -38.0000");
    UUID claim =
        posted(
            invoice("RE-1", InvoiceType.INVOICE, seller("Seller", "DE1"), lines, taxes),
            coded,
            null);
    assertThat(entriesOf(claim))
        .containsExactly(
            "V19 100.0000 19.0000 0.0000",
            "V7 50.0000 3.5000 0.0000",
            "RC19 200.0000 38.0000 38.0000");
  }

  @Test
  void aForeignInvoicesEntryIsWhatStandsOnTheTaxAccount() {
    Money net = Money.of("33.33", "USD");
    Money vat = Money.of("6.33", "USD");
    var foreign =
        new ReceivedInvoice(
            "US-1",
            DAY,
            null,
            InvoiceType.INVOICE,
            USD,
            seller("Seller", "DE1"),
            Party.named("Muster GmbH"),
            List.of(
                new ReceivedLine(
                    ReceivedLine.Kind.ITEM,
                    "1",
                    "Item",
                    null,
                    null,
                    null,
                    null,
                    net,
                    "S",
                    new BigDecimal("19"),
                    null)),
            List.of(new ReceivedTax("S", new BigDecimal("19"), net, vat, null)),
            new ReceivedInvoice.Totals(net, vat, net.plus(vat), Money.zero(USD), net.plus(vat)),
            List.of(PayeeAccount.of(GOOD_IBAN)),
            null,
            null,
            null,
            null);
    UUID id =
        posted(foreign, Map.of(1, new LineCoding("6815", "2000", "V19")), new BigDecimal("0.8555"));
    var onAccount =
        ledger.lines(journalOf(id)).stream()
            .filter(posted -> posted.account().equals("1406"))
            .findFirst()
            .orElseThrow();
    assertThat(entries.of(company.id(), journalOf(id)))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.inputTax()).isEqualByComparingTo("6.33");
              assertThat(entry.baseInputTax())
                  .isEqualByComparingTo(onAccount.baseAmount().amount());
              assertThat(entry.baseTaxable()).isEqualByComparingTo("28.51");
            });
  }

  @Test
  void noLineIsCodedToATaxAccount() {
    UUID id = payables.receive(company.id(), invoice("RE-1", "DE1"), null, null, INBOX).invoiceId();
    var wrong = new Coding(Map.of(1, new LineCoding("1406", null, "V19")), DAY, null, null);
    BusinessException refused =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            BusinessException.class, () -> coding.code(id, wrong, CLERK));
    assertThat(refused.findings()).extracting(Finding::code).containsExactly("tax.account-coded");
  }

  private UUID posted(
      ReceivedInvoice received, Map<Integer, LineCoding> coded, BigDecimal baseRate) {
    UUID id = payables.receive(company.id(), received, null, null, INBOX).invoiceId();
    coding.code(id, new Coding(coded, DAY, null, baseRate), CLERK);
    posting.post(id, ContentHash.of(approvals.subject("supplier-invoice", id).facts()), HEAD);
    return id;
  }

  private UUID journalOf(UUID invoiceId) {
    return java.util.Objects.requireNonNull(invoices.require(invoiceId).journalId());
  }

  private List<String> entriesOf(UUID invoiceId) {
    return entries.of(company.id(), journalOf(invoiceId)).stream()
        .map(
            row ->
                row.taxCode()
                    + " "
                    + row.baseTaxable()
                    + " "
                    + row.baseInputTax()
                    + " "
                    + row.baseOutputTax())
        .toList();
  }
}
