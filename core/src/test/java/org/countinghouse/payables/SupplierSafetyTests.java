package org.countinghouse.payables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.payables.PayablesWorld.CLERK;
import static org.countinghouse.payables.PayablesWorld.GOOD_IBAN;
import static org.countinghouse.payables.PayablesWorld.HEAD;
import static org.countinghouse.payables.PayablesWorld.INBOX;
import static org.countinghouse.payables.PayablesWorld.invoice;
import static org.countinghouse.payables.PayablesWorld.seller;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.documents.Documents;
import org.countinghouse.notification.Mails;
import org.countinghouse.notification.QueuedMail;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.testing.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What keeps money from going to the wrong account. */
@DatabaseTest
class SupplierSafetyTests {

  private static final String OTHER_IBAN = "DE02120300000000202051";

  @Autowired PayablesWorld world;
  @Autowired Organizations organizations;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired SupplierAccounts accounts;
  @Autowired SupplierPolicies policies;
  @Autowired SupplierBlocks blocks;
  @Autowired SupplierContacts contacts;
  @Autowired Payees payees;
  @Autowired SupplierHolds holds;
  @Autowired Payables payables;
  @Autowired SupplierChangeApproval approval;
  @Autowired Mails mails;
  @Autowired Outbox outbox;
  @Autowired Documents documents;
  @Autowired JdbcTemplate jdbc;

  private Organization company;
  private Supplier supplier;

  @BeforeEach
  void aSupplierWePay() {
    company = world.company();
    supplier =
        suppliers.adopt(
            company.id(),
            new NewSupplier(
                seller("Seller", "DE136695976"),
                SupplierTerms.DEFAULT,
                List.of(PayeeAccount.of(GOOD_IBAN))),
            CLERK,
            HEAD);
  }

  @Test
  void whatTwoPeopleVouchedForIsPaidAtOnce() {
    assertThat(holds.find(supplier.id())).isEmpty();
    assertThat(payees.bySupplier(company.id(), List.of(supplier.id())))
        .extractingByKey(supplier.id())
        .satisfies(
            payee -> {
              assertThat(payee.number().value()).isEqualTo(GOOD_IBAN);
              assertThat(payee.name()).isEqualTo("Seller");
            });
  }

  @Test
  void aVerifiedChangeWaitsThreeWorkingDaysBeforeTheFirstPayment() {
    verifyChange(OTHER_IBAN);

    SupplierHold hold = holds.find(supplier.id()).orElseThrow();
    assertThat(hold.reason()).isEqualTo(SupplierHold.Reason.WAITING_PERIOD);
    ZoneId zone = company.zone();
    LocalDate usable = organizations.calendar(company.id()).plusWorkingDays(LocalDate.now(zone), 3);
    assertThat(hold.until()).isEqualTo(usable.atStartOfDay(zone).toInstant());
    assertThat(holds.list(company.id())).containsExactly(hold);
  }

  @Test
  void anOrganizationDecidesHowLongAnAccountWaits() {
    policies.set(company.id(), new SupplierPolicy(0, 0), HEAD);
    verifyChange(OTHER_IBAN);

    assertThat(holds.find(supplier.id())).isEmpty();
    assertThat(
            payees
                .bySupplier(company.id(), List.of(supplier.id()))
                .get(supplier.id())
                .number()
                .value())
        .isEqualTo(OTHER_IBAN);
    assertThatThrownBy(() -> new SupplierPolicy(31, 0)).hasMessageContaining("0 to 30");
  }

  @Test
  void asLongAsAChangeIsOpenNothingIsPaid() {
    changes.proposeAccount(supplier, PayeeAccount.of(OTHER_IBAN), "mail of today", CLERK);

    assertThat(holds.find(supplier.id()).orElseThrow().reason())
        .isEqualTo(SupplierHold.Reason.CHANGE_OPEN);
  }

  @Test
  void aReplacementRetiresTheOldAccountOnceItIsVerified() {
    changes.replaceAccounts(supplier, PayeeAccount.of(OTHER_IBAN), "letter", CLERK);
    assertThat(accounts.of(supplier.id()))
        .extracting(SupplierAccount::state)
        .containsExactly(SupplierAccount.State.VERIFIED, SupplierAccount.State.PROPOSED);

    verifyOpen();

    assertThat(accounts.of(supplier.id()))
        .extracting(SupplierAccount::state)
        .containsExactly(SupplierAccount.State.RETIRED, SupplierAccount.State.VERIFIED);
  }

  @Test
  void aRetiredAccountIsNotPaidToAndMustBeVerifiedAnew() {
    SupplierAccount account = accounts.of(supplier.id()).get(0);
    accounts.retire(account.id(), CLERK);

    assertThat(holds.find(supplier.id()).orElseThrow().reason())
        .isEqualTo(SupplierHold.Reason.NO_ACCOUNT);
    assertThatThrownBy(() -> accounts.retire(account.id(), CLERK))
        .hasMessageContaining("is RETIRED");
    changes.proposeAccount(supplier, PayeeAccount.of(GOOD_IBAN), "used again", CLERK);
    assertThat(changes.open(supplier.id())).hasSize(1);
  }

  @Test
  void oneBlocksTwoLetGo() {
    blocks.block(supplier.id(), "insolvent", CLERK);
    assertThat(holds.find(supplier.id()).orElseThrow().reason())
        .isEqualTo(SupplierHold.Reason.BLOCKED);
    assertThatThrownBy(() -> suppliers.requireActive(supplier.id()))
        .hasMessageContaining("is BLOCKED");

    blocks.requestUnblock(supplier.id(), "administrator appointed", CLERK);
    assertThatThrownBy(() -> blocks.requestUnblock(supplier.id(), "again", CLERK))
        .hasMessageContaining("cannot be let go");
    SupplierChange change = changes.open(supplier.id()).get(0);
    assertThatThrownBy(() -> changes.verify(change.id(), "fine", CLERK))
        .hasMessageContaining("somebody else");
    changes.verify(change.id(), "letter of the court", HEAD);

    assertThat(suppliers.require(supplier.id()).state()).isEqualTo(SupplierState.ACTIVE);
    assertThat(holds.find(supplier.id())).isEmpty();
    assertThat(blocks.of(supplier.id()))
        .singleElement()
        .extracting(SupplierBlock::blockedBy, SupplierBlock::liftedBy)
        .containsExactly(CLERK.username(), HEAD.username());
  }

  @Test
  void aRefusedRequestLeavesTheSupplierBlocked() {
    blocks.block(supplier.id(), "insolvent", CLERK);
    blocks.requestUnblock(supplier.id(), "administrator appointed", CLERK);
    changes.reject(changes.open(supplier.id()).get(0).id(), "no proof", HEAD);

    assertThat(suppliers.require(supplier.id()).state()).isEqualTo(SupplierState.BLOCKED);
    blocks.requestUnblock(supplier.id(), "proof attached", CLERK);
  }

  @Test
  void aSupplierWhoseVatIdAnotherTookMeanwhileStaysBlocked() {
    Supplier heir =
        suppliers.create(
            company.id(),
            new NewSupplier(seller("Heir", null), SupplierTerms.DEFAULT, List.of()),
            "successor",
            CLERK);
    blocks.block(supplier.id(), "insolvent", CLERK);
    changes.prepare(
        changes.open(heir.id()).get(0).id(),
        seller("Heir", "DE136695976"),
        SupplierTerms.DEFAULT,
        CLERK);
    blocks.requestUnblock(supplier.id(), "wanted back", CLERK);

    assertThatThrownBy(() -> verifyOpen()).hasMessageContaining("belongs to supplier");
  }

  @Test
  void whatAPersonEntersHasToBeRight() {
    assertThatThrownBy(
            () ->
                changes.proposeAccount(
                    supplier, PayeeAccount.of("DE02120300000000202015"), "typed", CLERK))
        .hasMessageContaining("check digits");
    assertThatThrownBy(
            () ->
                changes.proposeAccount(
                    supplier, new PayeeAccount(OTHER_IBAN, "BARCGB22", null), "typed", CLERK))
        .hasMessageContaining("BARCGB22 is of a bank in GB");
    assertThatThrownBy(() -> enter(seller("New", "DE136695967")))
        .hasMessageContaining("check digits of VAT id");
    assertThat(changes.open(supplier.id())).isEmpty();
  }

  @Test
  void anInvoiceThatNamesAnIbanOfNobodyHoldsNothing() {
    var wrong =
        withAccount(invoice("RE-1", "DE136695976"), PayeeAccount.of("DE02120300000000202015"));
    payables.receive(company.id(), wrong, null, null, INBOX);
    assertThat(changes.open(supplier.id())).isEmpty();

    var other = withAccount(invoice("RE-2", "DE136695976"), PayeeAccount.of(OTHER_IBAN));
    payables.receive(company.id(), other, null, null, INBOX);
    assertThat(changes.open(supplier.id())).hasSize(1);
  }

  @Test
  void theContactBeforeIsNeverForgotten() {
    contacts.set(supplier, new SupplierContact("Ms Old", "old@seller.example", null, "de"), CLERK);
    contacts.set(supplier, new SupplierContact("Mr New", "new@seller.example", null, null), CLERK);

    assertThat(contacts.of(supplier.id()).email()).isEqualTo("new@seller.example");
    assertThat(contacts.history(supplier.id()))
        .extracting(SupplierContact.Dated::email)
        .containsExactly("new@seller.example", "old@seller.example");
    assertThatThrownBy(() -> new SupplierContact(null, "nobody", null, null))
        .hasMessageContaining("accounts@example.com");
  }

  @Test
  void theSupplierIsToldOfTheDifferenceByItsOldContact() throws IOException {
    contacts.set(supplier, new SupplierContact("Ms Old", "old@seller.example", null, "de"), CLERK);
    contacts.set(supplier, new SupplierContact("Thief", "thief@evil.example", null, "de"), CLERK);
    changes.replaceAccounts(supplier, PayeeAccount.of(OTHER_IBAN), "mail of today", CLERK);
    contacts.set(supplier, new SupplierContact("Thief", "later@evil.example", null, "de"), CLERK);
    SupplierChange change = changes.open(supplier.id()).get(0);
    changes.verify(change.id(), "called the old number", HEAD);

    assertThat(mails.list(company.id(), null, 10))
        .extracting(QueuedMail::recipient)
        .containsExactlyInAnyOrder("old@seller.example", "thief@evil.example");
    String letter = text(changes.require(change.id()).letterDocumentId());
    assertThat(letter)
        .contains("Ihre Bankverbindung bei uns wurde geändert")
        .contains(change.number())
        .contains("DE75…6199")
        .contains("DE02…2051")
        .doesNotContain(OTHER_IBAN);
  }

  @Test
  void aLetterNobodyCanBeMailedIsPutOutToBePosted() {
    verifyChange(OTHER_IBAN);

    assertThat(outbox.list(company.id(), 10))
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.channel()).isEqualTo("supplier-letters");
              assertThat(sent.name()).startsWith("Bankverbindung SC-");
            });
  }

  @Test
  void theSecondPersonIsWarnedOfWhatThievesDo() {
    suppliers.create(
        company.id(),
        new NewSupplier(
            seller("Other", null), SupplierTerms.DEFAULT, List.of(PayeeAccount.of(OTHER_IBAN))),
        "catalogue",
        CLERK);
    contacts.set(supplier, new SupplierContact("Ms Old", "old@seller.example", null, "de"), CLERK);
    contacts.set(supplier, new SupplierContact("Thief", "thief@evil.example", null, "de"), CLERK);
    changes.proposeAccount(supplier, PayeeAccount.of(OTHER_IBAN), "mail of today", CLERK);
    changes.proposeAccount(
        supplier, PayeeAccount.of("GB29NWBK60161331926819"), "mail of today", CLERK);

    assertThat(changes.open(supplier.id()))
        .flatExtracting(change -> approval.sheet(change.id()).notices())
        .extracting(ApprovalSheet.Notice::code)
        .containsExactlyInAnyOrder(
            "payables.account-shared",
            "payables.contact-new",
            "payables.account-abroad",
            "payables.contact-new");
  }

  @Test
  void theDatabaseHoldsNoNumberInClear() {
    payables.receive(company.id(), invoice("RE-1", "DE136695976"), null, null, INBOX);
    verifyChange(OTHER_IBAN);
    accounts.reveal(accounts.of(supplier.id()).get(0).id(), HEAD);

    for (String table :
        List.of(
            "finance.supplier_accounts",
            "finance.supplier_invoice_accounts",
            "finance.supplier_changes",
            "finance.supplier_invoices",
            "shared.audit_logs")) {
      assertThat(
              jdbc.queryForObject(
                  "select count(*) from %s t where organization_id = ? and (t::text like ? or t::text like ?)"
                      .formatted(table),
                  Long.class,
                  company.id(),
                  "%" + GOOD_IBAN + "%",
                  "%" + OTHER_IBAN + "%"))
          .as(table)
          .isZero();
    }
    assertThat(
            jdbc.queryForObject(
                "select count(*) from shared.audit_logs where organization_id = ? and action ="
                    + " 'revealed'",
                Long.class,
                company.id()))
        .isEqualTo(1);
  }

  @Test
  void theSecondPersonIsShownTheEndsOfANumberOnly() {
    changes.proposeAccount(supplier, PayeeAccount.of(OTHER_IBAN), "mail of today", CLERK);
    assertThat(accounts.of(supplier.id()).toString())
        .doesNotContain(OTHER_IBAN)
        .doesNotContain(GOOD_IBAN);
    assertThat(PayeeAccount.of(OTHER_IBAN).toString()).doesNotContain("0000002020");
  }

  private String text(@Nullable UUID document) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(documents.bytes(Objects.requireNonNull(document)))) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private Supplier enter(Party party) {
    return suppliers.enter(
        company.id(),
        new NewSupplier(party, SupplierTerms.DEFAULT, List.of()),
        SupplierContact.NONE,
        "framework agreement",
        CLERK);
  }

  private void verifyChange(String iban) {
    changes.proposeAccount(supplier, PayeeAccount.of(iban), "mail of today", CLERK);
    verifyOpen();
  }

  private void verifyOpen() {
    changes.verify(changes.open(supplier.id()).get(0).id(), "called the old number", HEAD);
  }

  private static ReceivedInvoice withAccount(ReceivedInvoice stated, PayeeAccount account) {
    return new ReceivedInvoice(
        stated.number(),
        stated.issuedOn(),
        stated.dueOn(),
        stated.type(),
        stated.currency(),
        stated.seller(),
        stated.buyer(),
        stated.lines(),
        stated.taxes(),
        stated.totals(),
        List.of(account),
        stated.orderReference(),
        stated.buyerReference(),
        stated.precedingInvoice(),
        stated.note());
  }
}
