package org.countinghouse.routes.supplierinvoices.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.countinghouse.procurement.OrderWorld.line;
import static org.countinghouse.procurement.OrderWorld.with;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countinghouse.access.Actor;
import org.countinghouse.documents.Documents;
import org.countinghouse.notification.Mails;
import org.countinghouse.notification.QueuedMail;
import org.countinghouse.organizations.OrganizationProfile;
import org.countinghouse.organizations.OrganizationProfiles;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.outbox.OutboxDocument;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierContacts;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderEndings;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWorld;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.correspondence.LetterKind;
import org.countinghouse.procurement.correspondence.OrderLetters;
import org.countinghouse.procurement.correspondence.SentLetter;
import org.countinghouse.routes.testing.RouteTest;
import org.countinghouse.routes.xml.SafeXml;
import org.countinghouse.routes.xml.UnsafeXmlException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes to suppliers about orders, judged by the rules of Peppol that nobody here wrote. */
@RouteTest
class OrderLetterRulesTests {

  private static final String VERSION = "2025.11";

  @Autowired OrderWorld world;
  @Autowired Suppliers suppliers;
  @Autowired SupplierContacts contacts;
  @Autowired OrganizationProfiles profiles;
  @Autowired OrderDrafting drafting;
  @Autowired OrderProcessing processing;
  @Autowired OrderEndings endings;
  @Autowired OrderLetters letters;
  @Autowired Documents documents;
  @Autowired Outbox outbox;
  @Autowired Mails mails;

  @Test
  void ordersChangesAndCancellationsGoOutValidReadableAndOnce() throws Exception {
    Company company = companyWithAddress();
    PurchaseOrder order =
        world.issued(
            company,
            line("Copy paper <A4> & more", "40", "18.95"),
            line("Envelopes", "200", "0.385"));
    SentLetter first = letter(order, 1);
    assertThat(first.kind()).isEqualTo(LetterKind.ORDER);
    assertThat(first.mailedTo()).isEqualTo("orders@palokka.example");
    assertValid(first, "order");
    assertThat(page(first))
        .contains(
            "Purchase order " + order.number(),
            "Copy paper <A4> & more",
            "Palokka Paper Oy",
            "835.00");
    letters.send(order.id(), LetterKind.ORDER, 1);

    OrderVersion change =
        drafting.propose(
            order.id(), with(order, 1, "30", "18.95"), "Less is enough", company.buyer());
    drafting.submit(change.id(), company.buyer());
    processing.takeApproval(change.id());
    processing.putInForce(change.id());
    SentLetter second = letter(order, 2);
    assertThat(second.kind()).isEqualTo(LetterKind.CHANGE);
    assertValid(second, "order-change");
    assertThat(page(second)).contains("Changed: Copy paper", "was 40");

    endings.cancel(order.id(), "The project was stopped", company.buyer());
    SentLetter third = letter(order, 3);
    assertThat(third.kind()).isEqualTo(LetterKind.CANCELLATION);
    assertValid(third, "order-cancellation");
    assertThat(page(third)).contains("The project was stopped");

    assertThat(letters.of(order.id())).hasSize(3);
    assertThat(outbox.list(company.id(), 50))
        .filteredOn(document -> document.channel().equals("purchase-orders"))
        .extracting(OutboxDocument::name)
        .contains(
            order.number() + ".xml", order.number() + ".pdf", order.number() + " change 1.pdf")
        .hasSize(6);
    List<QueuedMail> sent = mails.list(company.id(), null, 50);
    assertThat(sent).hasSize(3);
    assertThat(mails.attachments(sent.get(0).id())).hasSize(2);
  }

  private Company companyWithAddress() {
    Company company = world.company();
    UUID supplier =
        suppliers
            .adopt(
                company.id(),
                new NewSupplier(
                    new Party(
                        "Palokka Paper Oy",
                        null,
                        null,
                        "2345678-9",
                        new Party.Endpoint("0088", "6412345000029"),
                        new Party.PostalAddress("Tehtaankatu 5", null, "Jyväskylä", "40270", "FI")),
                    new SupplierTerms(30, "6815", "1000", "V19"),
                    List.of()),
                PayablesWorld.CLERK,
                PayablesWorld.HEAD)
            .id();
    contacts.set(
        suppliers.require(supplier),
        new SupplierContact("Order desk", "orders@palokka.example", null, null),
        PayablesWorld.CLERK);
    profiles.describe(
        company.id(),
        new OrganizationProfile(
            "Am Sandtorkai 1",
            null,
            "Hamburg",
            "20457",
            "DE136695976",
            "HRB 123456",
            "0088",
            "4260123450014",
            "einkauf@harbour.example",
            "+49 40 5550100"),
        Actor.system("test"));
    return new Company(
        company.organization(),
        supplier,
        company.requester(),
        company.head(),
        company.buyer(),
        company.controller());
  }

  /** Letters are written after the decision has committed, by another thread. */
  private SentLetter letter(PurchaseOrder order, int count) {
    await().atMost(Duration.ofSeconds(30)).until(() -> letters.of(order.id()).size() >= count);
    return letters.of(order.id()).get(count - 1);
  }

  private void assertValid(SentLetter letter, String rules) throws IOException, UnsafeXmlException {
    byte[] ubl = content(letter.ublDocumentId());
    OfficialRules.Verdict verdict =
        SharedRules.RULES.judge(SafeXml.parse(ubl), ubl, "eu.peppol.bis3:" + rules + ":" + VERSION);
    assertThat(verdict.errors()).isEmpty();
  }

  private String page(SentLetter letter) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(content(letter.pdfDocumentId()))) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private byte[] content(UUID documentId) throws IOException {
    try (InputStream in = documents.open(documentId)) {
      return in.readAllBytes();
    }
  }
}
