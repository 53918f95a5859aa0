package org.countinghouse.reporting.report.documentaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.exchange.Delivery;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.InvoicePosting;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.NewSettlement;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.Settlements;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One invoice from its bytes to its settlement, as the audit of a document and as a due item. */
@DatabaseTest
class PayablesReportsTests {

  @Autowired PayablesWorld world;
  @Autowired Inbox inbox;
  @Autowired Payables payables;
  @Autowired Invoices invoices;
  @Autowired InvoiceCoding coding;
  @Autowired InvoicePosting posting;
  @Autowired Settlements settlements;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired Approvals approvals;
  @Autowired ChartOfAccounts chart;
  @Autowired Ledger ledger;
  @Autowired Reports reports;

  @Test
  void theAuditOfADocumentTellsEverythingFromItsBytesToItsPostingByAnyOfItsNumbers() {
    Organization company = company();
    InboxDocument bytes =
        inbox.receive(
            new Delivery(
                company.id(),
                "supplier-invoices",
                "re-1.xml",
                "application/xml",
                null,
                new ByteArrayInputStream("<Invoice/>".getBytes(StandardCharsets.UTF_8))));
    UUID id = posted(company, bytes);
    pay(company, "19.00", LocalDate.of(2026, 4, 15));
    var invoice = invoices.require(id);
    String journal = ledger.require(invoice.journalId()).number();

    ReportTable audit = audit(company, invoice.documentNumber());
    assertThat(steps(audit))
        .startsWith("step.received", "step.invoice-received", "step.invoice-coded", "step.posted")
        .endsWith("step.posted", "line", "line", "sum");
    assertThat(audit.rows().get(0).get(audit.column("evidence"))).isEqualTo(bytes.sha256());
    assertThat(audit(company, journal).rows()).isEqualTo(audit.rows());
    assertThat(audit(company, bytes.id().toString()).rows()).hasSizeGreaterThan(1);
    assertThatThrownBy(() -> audit(company, "RE-4711")).hasMessageContaining("RE-4711");
    assertThatThrownBy(() -> reports.run("document-audit", company, Map.of(), Locale.ENGLISH))
        .hasMessageContaining("document");
  }

  @Test
  void agedPayablesAreWhatWasOpenOnTheDayAndTieToTheControlAccount() {
    Organization company = company();
    UUID id = posted(company, null);
    LocalDate due = invoices.require(id).dueOn();
    pay(company, "19.00", due.plusDays(10));

    assertAged(company, due.minusDays(1), "notDue", "119.00");
    assertAged(company, due.plusDays(9), "days30", "119.00");
    assertAged(company, due.plusDays(10), "days30", "100.00");
    assertAged(company, due.plusDays(61), "days90", "100.00");
    pay(company, "100.00", due.plusDays(100));
    assertAged(company, due.plusDays(99), "older", "100.00");
    assertThat(aged(company, due.plusDays(100)).rows()).hasSize(1);
    assertThat(aged(company, LocalDate.of(2026, 3, 9)).rows()).hasSize(1);
  }

  private void assertAged(Organization company, LocalDate day, String bucket, String euro) {
    ReportTable aged = aged(company, day);
    assertThat(aged.notes()).as("on %s", day).extracting(Note::code).containsExactly("ties");
    Row total = aged.rows().get(aged.rows().size() - 1);
    for (String column : List.of(bucket, "total")) {
      assertThat(ReportTable.amount(total.get(aged.column(column))))
          .as("%s on %s", column, day)
          .isEqualTo(Money.of(euro, "EUR"));
    }
  }

  private ReportTable aged(Organization company, LocalDate day) {
    return reports.run("aged-payables", company, Map.of("asOf", day.toString()), Locale.ENGLISH);
  }

  private ReportTable audit(Organization company, String document) {
    return reports.run("document-audit", company, Map.of("document", document), Locale.ENGLISH);
  }

  private static List<String> steps(ReportTable table) {
    return table.rows().stream().map(row -> ((Label) row.get(0)).key()).toList();
  }

  private Organization company() {
    Organization company = world.company();
    chart.create(
        company.id(),
        List.of(NewAccount.of("1800", "Bank", AccountType.ASSET).serving(AccountPurpose.BANK)),
        PayablesWorld.HEAD);
    Supplier supplier =
        suppliers.create(
            company.id(),
            new NewSupplier(
                PayablesWorld.seller("Seller", "DE1"),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of(PayablesWorld.GOOD_IBAN))),
            "known",
            PayablesWorld.CLERK);
    changes.verify(changes.open(supplier.id()).get(0).id(), "called", PayablesWorld.HEAD);
    return company;
  }

  private UUID posted(Organization company, InboxDocument bytes) {
    UUID id =
        payables
            .receive(
                company.id(),
                PayablesWorld.invoice("RE-1", "DE1"),
                bytes == null ? null : bytes.id(),
                bytes == null ? null : bytes.documentId(),
                PayablesWorld.INBOX)
            .invoiceId();
    coding.code(id, PayablesWorld.coding(1, "V19"), PayablesWorld.CLERK);
    posting.post(
        id, ContentHash.of(approvals.subject("supplier-invoice", id).facts()), PayablesWorld.HEAD);
    return id;
  }

  private void pay(Organization company, String euro, LocalDate day) {
    UUID item = settlements.items(company.id(), true, 1).get(0).id();
    settlements.settle(
        item,
        new NewSettlement(day, new BigDecimal(euro), null, null, "E2E " + day),
        PayablesWorld.HEAD);
  }
}
