package org.countinghouse.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.payments.PaymentsWorld.CFO;
import static org.countinghouse.payments.PaymentsWorld.CLERK;
import static org.countinghouse.payments.PaymentsWorld.TREASURER;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.notification.Mails;
import org.countinghouse.notification.QueuedMail;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierContacts;
import org.countinghouse.payables.SupplierStatement;
import org.countinghouse.payables.SupplierStatements;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class RemittanceAdvicesTests {

  @Autowired PaymentsWorld world;
  @Autowired PaymentProposals proposals;
  @Autowired PaymentRuns runs;
  @Autowired PaymentRelease release;
  @Autowired Payments payments;
  @Autowired RemittanceAdvices advices;
  @Autowired SupplierContacts contacts;
  @Autowired SupplierStatements statements;
  @Autowired Approvals approvals;
  @Autowired Documents documents;
  @Autowired Mails mails;

  @Test
  void aSupplierWithAnAddressIsToldOnceWhatAPaymentSettles() throws IOException {
    Organization company = world.company();
    Supplier told = world.supplier(company, 0);
    world.supplier(company, 1);
    contacts.set(told, new SupplierContact(null, "ar@one.example", null, "en"), CLERK);
    world.item(company, 0, "100.00", LocalDate.now());
    world.item(company, 0, "-20.00", LocalDate.now());
    world.item(company, 1, "10.00", LocalDate.now());
    PaymentRun run = released(company);

    advices.tell(run.id(), 2);
    advices.tell(run.id(), 2);

    List<QueuedMail> sent =
        mails.list(company.id(), null, 10).stream()
            .filter(mail -> mail.template().equals("payments/remittance-advice"))
            .toList();
    assertThat(sent)
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.recipient()).isEqualTo("ar@one.example");
              assertThat(mail.subject()).contains("95,20");
              assertThat(mail.body()).contains("119,00").contains("-23,80");
              assertThat(mail.body()).doesNotContain(PaymentsWorld.IBANS.get(0));
            });
    assertThat(mails.attachments(sent.get(0).id())).hasSize(1);
  }

  @Test
  void whoHasNoAddressGetsItOnPaperTheSameEveryTime() throws IOException {
    Organization company = world.company();
    world.supplier(company, 0);
    world.item(company, 0, "100.00", LocalDate.now());
    Payment payment = payments.ofRun(released(company).id(), null, 1).get(0);

    Document printed = advices.print(payment.id());

    assertThat(advices.print(payment.id()).id()).isEqualTo(printed.id());
    try (PDDocument pdf = Loader.loadPDF(documents.bytes(printed.id()))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Zahlungsavis")
          .contains(payment.endToEndId().substring(0, 9))
          .contains("119,00")
          .doesNotContain(PaymentsWorld.IBANS.get(0));
    }
  }

  @Test
  void theSuppliersStatementOfAccountEndsWithWhatIsOwedStill() {
    Organization company = world.company();
    Supplier supplier = world.supplier(company, 0);
    world.item(company, 0, "100.00", LocalDate.now());
    world.item(company, 0, "-20.00", LocalDate.now());
    world.item(company, 0, "50.00", LocalDate.now().plusDays(60));
    released(company);
    LocalDate today = LocalDate.now();

    SupplierStatement statement =
        statements.of(supplier.id(), today.minusDays(365), today.plusDays(60));

    assertThat(statement.accounts())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.opening().isZero()).isTrue();
              assertThat(account.lines())
                  .extracting(line -> line.kind() + " " + line.amount())
                  .containsExactlyInAnyOrder(
                      "INVOICE 119.00 EUR",
                      "CREDIT_NOTE -23.80 EUR",
                      "INVOICE 59.50 EUR",
                      "PAYMENT -119.00 EUR",
                      "PAYMENT 23.80 EUR");
              assertThat(account.closing()).hasToString("59.50 EUR");
            });
    assertThat(statements.of(supplier.id(), today.plusDays(61), today.plusDays(62)).accounts())
        .singleElement()
        .satisfies(account -> assertThat(account.opening()).hasToString("59.50 EUR"));
  }

  private PaymentRun released(Organization company) {
    PaymentRun run = proposals.register(company.id(), ProposalRequest.BY_SETTINGS, TREASURER);
    proposals.propose(run.id());
    runs.submit(run.id(), TREASURER);
    return release.release(
        run.id(), ContentHash.of(approvals.subject("payment-run", run.id()).facts()), CFO);
  }
}
